import type { ReportedTest } from '../../shared/report.ts'
import { testAnswerWords } from '../../shared/security-key/test-run.ts'
import { type Html, html } from './html.ts'

/** What a person answered to the guided tests of a security key; nothing when nobody did. */
export const testRunSection = (tests: readonly ReportedTest[] | undefined): Html | null =>
  tests === undefined
    ? null
    : html`<section aria-labelledby="tests"><h2 id="tests">Guided test run</h2>
<table><caption>Answers of the person who tried</caption><thead><tr><th scope="col">Test</th><th scope="col">Answer</th><th scope="col">Note</th></tr></thead>
<tbody>${tests.map(
        ({ title, answer, note }) =>
          html`<tr><th scope="row">${title}</th><td>${testAnswerWords[answer]}</td><td>${note}</td></tr>`,
      )}</tbody></table></section>
`
