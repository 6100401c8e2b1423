import type { Report, Status, VerdictState } from '../../shared/report.ts'
import { verdictWords } from '../../shared/verdict-words.ts'
import { type Html, html } from './html.ts'

export const tones: Readonly<Record<VerdictState, 'good' | 'caution' | 'bad' | 'quiet'>> = {
  ready: 'good',
  fixable: 'caution',
  restart: 'caution',
  managed: 'caution',
  action: 'bad',
  unsupported: 'bad',
  unknown: 'quiet',
}

/** What fits under a drawn screen. */
const longestName = 24
const short = (name: string): string => (name.length > longestName ? `${name.slice(0, longestName - 1)}…` : name)

const marks: Readonly<Record<'good' | 'caution' | 'bad' | 'quiet', Html>> = {
  good: html`<path class="tone good" d="M-9 0 L-2 7 L10 -7"/>`,
  caution: html`<path class="tone caution" d="M0 -10 V3 M0 8 V10"/>`,
  bad: html`<path class="tone bad" d="M-8 -8 L8 8 M8 -8 L-8 8"/>`,
  quiet: html`<path class="tone quiet" d="M-6 -5 A6 6 0 1 1 0 2 V5 M0 9 V11"/>`,
}

interface End {
  readonly x: number
  readonly name: string
  readonly role: string
  readonly mark: Html | null
}

const computer = ({ x, name, role, mark }: End): Html => html`<g transform="translate(${x} 0)">
<rect class="screen" x="-58" y="14" width="116" height="74" rx="6"/><path class="stand" d="M0 88 V104 M-26 104 H26"/>
<g transform="translate(0 51)">${mark ?? html``}</g>
<text x="0" y="128" text-anchor="middle">${short(name)}</text><text class="sub" x="0" y="146" text-anchor="middle">${role}</text></g>`

const wires: Readonly<Record<'open' | 'broken' | 'unknown', Html>> = {
  open: html`<path class="wire" d="M190 51 H360"/>`,
  broken: html`<path class="wire" d="M190 51 H255 M295 51 H360"/><path class="tone bad" d="M267 43 L283 59 M283 43 L267 59"/>`,
  unknown: html`<path class="wire" stroke-dasharray="6 6" d="M190 51 H360"/>`,
}

const wireOf = (status: Status | undefined): readonly [keyof typeof wires, string] => {
  if (status === 'pass') return ['open', 'The other PC answers.']
  if (status === 'fail') return ['broken', 'The other PC cannot be reached this way.']
  return ['unknown', 'Nothing is known about the way between them.']
}

/** Who connects to whom, where this PC stands, and what is known of the line between them. */
export const casePicture = ({ intent, facts, verdict, findings }: Report): Html => {
  const connects = intent.role === 'client'
  const [wire, wireText] = wireOf(findings.find(({ id }) => id === 'network.target')?.status)
  const other = intent.peer ?? 'Other PC'
  const arrow = connects
    ? html`<path class="wire" d="M350 44 L360 51 L350 58"/>`
    : html`<path class="wire" d="M200 44 L190 51 L200 58"/>`
  const said = `${facts.host.name} ${connects ? 'connects to' : 'is connected to from'} ${intent.peer ?? 'another PC'}. ${facts.host.name}: ${verdictWords[verdict.state]}. ${wireText} The other PC is not judged in this report.`
  const ends = [
    { x: 120, name: facts.host.name, role: 'This PC', mark: marks[tones[verdict.state]] },
    { x: 430, name: other, role: intent.peer === null ? 'Not named' : 'Other PC, not judged here', mark: null },
  ]
  return html`<svg viewBox="0 0 550 156" role="img" aria-labelledby="picture-title picture-text">
<title id="picture-title">The case</title><desc id="picture-text">${said}</desc>
${ends.map(computer)}${wires[wire]}${arrow}</svg>`
}
