import type { PastChange } from '../../shared/change-plan.ts'
import { type Html, html } from './html.ts'

const stateWords: Readonly<Record<PastChange['state'], string>> = {
  unfinished: 'Interrupted',
  'in-force': 'In force',
  undone: 'Undone',
  'rolled-back': 'Put back',
}

const changeTable = ({ titles, state, appliedAt, undoneAt, by, changes }: PastChange): Html => html`<table>
<caption>${titles.join('; ')} · ${stateWords[state]} · ${appliedAt === null ? 'not written to its end' : `written ${appliedAt}`}${
  undoneAt === null ? null : ` · undone ${undoneAt}`
}${by === null ? null : ` · by ${by}`}</caption>
<thead><tr><th scope="col">Where</th><th scope="col">What</th><th scope="col">Before</th><th scope="col">After</th></tr></thead>
<tbody>${changes.map(
  ({ where, name, before, after }) =>
    html`<tr><td><code>${where}</code></td><td><code>${name}</code></td><td>${before}</td><td>${after}</td></tr>`,
)}</tbody></table>
`

/** What this product changed on the PC. */
export const historySection = (past: readonly PastChange[]): Html => html`<section aria-labelledby="history">
<h2 id="history">Changes made here</h2>
${past.length === 0 ? html`<p>PKU2U Doctor has changed nothing on this PC.</p>` : past.map(changeTable)}</section>
`
