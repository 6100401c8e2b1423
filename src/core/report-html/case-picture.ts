import type { Role } from '../../shared/intent.ts'
import type { PairVerdict } from '../../shared/pair.ts'
import { lineOf, lineWords } from '../../shared/pair-words.ts'
import type { Report, Status, VerdictState } from '../../shared/report.ts'
import { verdictTones } from '../../shared/verdict-tones.ts'
import { verdictWords } from '../../shared/verdict-words.ts'
import { type Html, html } from './html.ts'

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

/** Where the line between the two screens begins and ends. */
const [left, right] = [190, 360]
const height = 51
const gap = 20
const near = 38

const cross = (x: number): Html =>
  html`<path class="tone bad" d="M${x - 8} ${height - 8} L${x + 8} ${height + 8} M${x + 8} ${height - 8} L${x - 8} ${height + 8}"/>`

/** The line, with a cross in a gap at each break. */
const broken = (at: readonly number[]): Html => {
  const ends = [left, ...at.flatMap((x) => [x - gap, x + gap]), right]
  const path = ends.map((x, index) => `${index % 2 === 0 ? 'M' : 'L'}${x} ${height}`).join(' ')
  return html`<path class="wire" d="${path}"/>${at.map(cross)}`
}

interface Wire {
  readonly drawn: Html
  readonly said: string
}

const middle = (left + right) / 2
const [mine, theirs] = [left + near, right - near]

/** What the checks of this end know of the way to the other. */
const wireOf = (status: Status | undefined): Wire => {
  if (status === 'pass') return { drawn: broken([]), said: 'The other PC answers.' }
  if (status === 'fail') return { drawn: broken([middle]), said: 'The other PC cannot be reached this way.' }
  const drawn = html`<path class="wire" stroke-dasharray="6 6" d="M${left} ${height} H${right}"/>`
  return { drawn, said: 'Nothing is known about the way between them.' }
}

/** What both ends say together; a PC that cannot be reached breaks the line whatever they say. */
const pairWire = (pair: PairVerdict, role: Role, status: Status | undefined): Wire => {
  const line = lineOf(pair)
  const said = lineWords[line]
  const [client, server] = role === 'client' ? [mine, theirs] : [theirs, mine]
  switch (line) {
    case 'at-client':
      return { drawn: broken([client]), said }
    case 'at-server':
      return { drawn: broken([server]), said }
    case 'at-both':
      return { drawn: broken([mine, theirs]), said }
    case 'between':
      return { drawn: broken([middle]), said }
    case 'whole':
      return status === 'fail' ? wireOf(status) : { drawn: broken([]), said }
    case 'open':
      return wireOf(status === 'fail' ? status : undefined)
  }
}

const theirWords = (state: VerdictState | null, peer: string | null): string => {
  if (state === null) return peer === null ? 'Not named' : 'Other PC, not judged here'
  return peer === null ? verdictWords[state] : `Other PC: ${verdictWords[state]}`
}

/** Who connects to whom, where each end stands, and what is known of the line between them. */
export const casePicture = ({ intent, facts, verdict, findings, otherEnd }: Report): Html => {
  const connects = intent.role === 'client'
  const reached = findings.find(({ id }) => id === 'network.target')?.status
  const wire = otherEnd === undefined ? wireOf(reached) : pairWire(otherEnd.pair, intent.role, reached)
  const theirState = otherEnd?.pair[connects ? 'server' : 'client'].state ?? null
  const arrow = connects
    ? html`<path class="wire" d="M350 44 L360 51 L350 58"/>`
    : html`<path class="wire" d="M200 44 L190 51 L200 58"/>`
  const others =
    theirState === null
      ? 'The other PC is not judged in this report.'
      : `The other PC: ${verdictWords[theirState]}, by its case code.`
  const said = `${facts.host.name} ${connects ? 'connects to' : 'is connected to from'} ${intent.peer ?? 'another PC'}. ${facts.host.name}: ${verdictWords[verdict.state]}. ${others} ${wire.said}`
  const ends = [
    {
      x: 120,
      name: facts.host.name,
      role: `This PC: ${verdictWords[verdict.state]}`,
      mark: marks[verdictTones[verdict.state]],
    },
    {
      x: 430,
      name: intent.peer ?? 'Other PC',
      role: theirWords(theirState, intent.peer),
      mark: theirState === null ? null : marks[verdictTones[theirState]],
    },
  ]
  return html`<svg viewBox="0 0 550 156" role="img" aria-labelledby="picture-title picture-text">
<title id="picture-title">The case</title><desc id="picture-text">${said}</desc>
${ends.map(computer)}${wire.drawn}${arrow}</svg>`
}
