import { type FindingGroup, isHeldByPolicy } from '../../shared/finding-groups.ts'
import { groupWords, statusWords } from '../../shared/finding-words.ts'
import type { Finding, Link, Report } from '../../shared/report.ts'
import { fixNamed } from '../fixes/registry.ts'
import { type Html, html } from './html.ts'

const toneOf: Readonly<Record<Finding['status'], string>> = {
  fail: 'bad',
  warn: 'caution',
  unknown: 'quiet',
  pass: 'good',
  'not-applicable': 'quiet',
}

const paragraphs = (text: string): readonly Html[] => text.split('\n').map((line) => html`<p>${line}</p>`)

/** Where a page leads is a matter of the checks; anything else stays text. */
const linkItem = ({ title, url }: Link): Html =>
  url.startsWith('https://') ? html`<li><a href="${url}" rel="noreferrer">${title}</a></li>` : html`<li>${title}</li>`

const evidenceTable = ({ id, evidence }: Finding): Html =>
  evidence.length === 0
    ? html``
    : html`<table><caption>Evidence of ${id}</caption>
<thead><tr><th scope="col">Asked</th><th scope="col">Where</th><th scope="col">What it said</th></tr></thead>
<tbody>${evidence.map(({ source, where, what }) => html`<tr><td>${source}</td><td><code>${where}</code></td><td><code>${what}</code></td></tr>`)}</tbody></table>`

const findingArticle = (finding: Finding, isHeld: boolean): Html => {
  const { id, status, title, why, detail, fixes, links } = finding
  const titles = fixes.map((fix) => fixNamed(fix)?.title ?? fix)
  return html`<article class="finding" id="finding-${id}" aria-labelledby="title-${id}">
<h3 id="title-${id}">${title} <span class="${toneOf[status]}">· ${statusWords[status]}</span></h3>
${paragraphs(detail)}${status === 'not-applicable' ? null : html`<p class="why">${why}</p>`}
${titles.length === 0 ? null : html`<p>${isHeld ? 'Once the policy allows it' : 'One change cures it'}: ${titles.join('; ')}.</p>`}
${evidenceTable(finding)}${links.length === 0 ? null : html`<ul>${links.map(linkItem)}</ul>`}</article>
`
}

/** What does not apply is a line each: there is nothing to see. */
const brief = ({ title, detail }: Finding): Html => html`<li>${title}. <span class="quiet">${detail}</span></li>`

export const findingSection = (report: Report, { id, findings }: FindingGroup): Html => {
  const { title, hint } = groupWords[id]
  return html`<section aria-labelledby="group-${id}"><h2 id="group-${id}">${title} (${findings.length})</h2>
<p class="quiet">${hint}</p>
${id === 'does-not-apply' ? html`<ul>${findings.map(brief)}</ul>` : findings.map((finding) => findingArticle(finding, isHeldByPolicy(report, finding)))}</section>
`
}
