import { createHash } from 'node:crypto'
import { groupFindings } from '../../shared/finding-groups.ts'
import type { Report } from '../../shared/report.ts'
import { verdictTones } from '../../shared/verdict-tones.ts'
import { verdictWords } from '../../shared/verdict-words.ts'
import { pastChanges } from '../engine/past-changes.ts'
import type { JournalEntry } from '../recording/recording.ts'
import { caseTable, coverageSection, securityTeamNote } from './case-parts.ts'
import { casePicture } from './case-picture.ts'
import { findingSection } from './finding-parts.ts'
import { historySection } from './history-part.ts'
import { type Html, html } from './html.ts'
import { pairSection } from './pair-part.ts'
import { style } from './style.ts'
import { testRunSection } from './test-run-part.ts'

const styleHash = createHash('sha256').update(style).digest('base64')

/** Nothing is loaded and nothing runs, whatever a name in the report tries; no style works but this one. */
const policy = `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'`

const styleSheet: Html = { markup: `<style>${style}</style>` }

/** The report as one page: no script, no request, readable on paper and by a screen reader. Equal input, equal bytes. */
export const reportHtml = (report: Report, journal: readonly JournalEntry[]): string => {
  const { verdict, facts, tool } = report
  const groups = groupFindings(report).filter(({ findings }) => findings.length > 0)
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${verdictWords[verdict.state]} – ${facts.host.name} – PKU2U Doctor</title>
${styleSheet}
</head>
<body>
<header>
<p class="word ${verdictTones[verdict.state]}">${verdictWords[verdict.state]}</p>
<h1>${verdict.headline}</h1>
</header>
<main>
<section aria-labelledby="next"><h2 id="next">What to do</h2>
${verdict.next.length === 0 ? html`<p>Nothing.</p>` : html`<ol>${verdict.next.map((step) => html`<li>${step}</li>`)}</ol>`}</section>
${securityTeamNote(report)}<section aria-labelledby="case"><h2 id="case">The case</h2>
${casePicture(report)}
${caseTable(report)}</section>
${pairSection(report)}${groups.map((group) => findingSection(report, group))}${testRunSection(report.testRun)}${historySection(pastChanges(journal))}${coverageSection(report)}</main>
<footer><p class="quiet">PKU2U Doctor ${tool.version}. This page loads nothing and runs nothing.</p></footer>
</body>
</html>
`
  return page.markup
}
