import { pairWords } from '../../shared/pair-words.ts'
import type { Report } from '../../shared/report.ts'
import { verdictTones } from '../../shared/verdict-tones.ts'
import { verdictWords } from '../../shared/verdict-words.ts'
import { type Html, html } from './html.ts'

const ends = [
  ['client', 'Client'],
  ['server', 'Server'],
] as const

/** What stands in the way of both ends, and what to do at each; nothing where the other end is not known. */
export const pairSection = ({ otherEnd, intent }: Report): Html | null => {
  if (otherEnd === undefined) return null
  const { verdict, reasons, ...both } = otherEnd.pair
  const endPart = ([role, name]: (typeof ends)[number]): Html => {
    const { state, next } = both[role]
    const place = role === intent.role ? 'this PC' : 'the other PC'
    return html`<h3>${name}, ${place} <span class="${verdictTones[state]}">· ${verdictWords[state]}</span></h3>
${next.length === 0 ? html`<p>Nothing to do there.</p>` : html`<ol>${next.map((step) => html`<li>${step}</li>`)}</ol>`}
`
  }
  return html`<section aria-labelledby="both"><h2 id="both">Both ends: ${pairWords[verdict.state]}</h2>
<p>${verdict.headline}</p><ul>${reasons.map(({ id, text }) => html`<li>${text} <code>${id}</code></li>`)}</ul>
${ends.map(endPart)}<p class="quiet">The other PC was judged ${otherEnd.createdAt}. What it said came as its case code, which names nobody.</p></section>
`
}
