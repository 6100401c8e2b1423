import type { Role } from '../../shared/intent.ts'
import type { PairedEnd, PairSide, PairState, PairVerdict } from '../../shared/pair.ts'
import { endRemarks } from './end-remarks.ts'
import type { EndState } from './end-state.ts'
import { pairRemarks } from './pair-remarks.ts'
import type { Remark } from './remark.ts'

const stateOf = (remarks: readonly Remark[]): PairState => {
  if (remarks.some(({ effect }) => effect === 'mismatch')) return 'mismatch'
  const toFix = new Set(remarks.filter(({ effect }) => effect === 'fix').map(({ end }) => end))
  if (toFix.has('both') || (toFix.has('client') && toFix.has('server'))) return 'fix-both'
  if (toFix.has('client')) return 'fix-client'
  if (toFix.has('server')) return 'fix-server'
  return remarks.some(({ effect }) => effect === 'unknown') ? 'unknown' : 'go'
}

const names: Readonly<Record<PairSide, string>> = { client: 'Client', server: 'Server', both: 'Both ends' }
const fitting: Remark = {
  id: 'pair.ready',
  end: 'both',
  effect: 'note',
  text: 'Both ends are ready and fit together.',
  todo: {},
}

const said = ({ end, text }: Remark): string => (end === 'both' ? text : `${names[end]}: ${text}`)
const todosOf = ({ end, todo }: Remark): string => (end === 'server' ? todo.server : (todo.client ?? todo.server)) ?? ''
const withTodo = (remark: Remark): string => `${said(remark)} ${todosOf(remark)}`

const order: readonly Remark['effect'][] = ['mismatch', 'fix', 'unknown', 'note']

const headlineOf = (state: PairState, remarks: readonly Remark[]): string => {
  const firstOf = (effect: Remark['effect'], end?: PairSide) =>
    remarks.find((remark) => remark.effect === effect && (end === undefined || remark.end === end))
  const sentence = (...found: readonly (Remark | undefined)[]) =>
    found.flatMap((remark) => (remark === undefined ? [] : [withTodo(remark)])).join(' ')
  switch (state) {
    case 'go': {
      const note = firstOf('note')
      return note === undefined
        ? 'Connect: both ends are ready and fit together.'
        : `Connect, with a note. ${withTodo(note)}`
    }
    case 'mismatch':
      return `These two ends do not belong together. ${sentence(firstOf('mismatch'))}`
    case 'fix-client':
      return `The client stands in the way. ${sentence(firstOf('fix', 'client'))}`
    case 'fix-server':
      return `The server stands in the way. ${sentence(firstOf('fix', 'server'))}`
    case 'fix-both':
      return `Both ends stand in the way. ${sentence(
        ...(firstOf('fix', 'both') === undefined
          ? [firstOf('fix', 'client'), firstOf('fix', 'server')]
          : [firstOf('fix', 'both')]),
      )}`
    case 'unknown':
      return `Not enough is known for an answer. ${sentence(firstOf('unknown'))}`
  }
}

const pairedEnd = (role: Role, end: EndState, remarks: readonly Remark[]): PairedEnd => ({
  state: end.verdict,
  next: [...new Set(remarks.flatMap(({ todo }) => todo[role] ?? []))],
})

/** The ends as they were given; a client and a server in the wrong order are told apart by their roles. */
const inOrder = (a: EndState, b: EndState): readonly [client: EndState, server: EndState] =>
  a.role === 'server' && b.role === 'client' ? [b, a] : [a, b]

/**
 * One verdict for two ends: the first that holds of mismatch (they do not belong together), fix (an end is not ready),
 * unknown (something that decides is not known), go.
 */
export const pairOf = (a: EndState, b: EndState): PairVerdict => {
  const [client, server] = inOrder(a, b)
  const found = [...pairRemarks(client, server), ...endRemarks(client, 'client'), ...endRemarks(server, 'server')]
  const remarks = [...found].sort((x, y) => order.indexOf(x.effect) - order.indexOf(y.effect))
  const state = stateOf(remarks)
  const shown = state === 'go' ? [fitting, ...remarks] : remarks
  return {
    verdict: { state, headline: headlineOf(state, remarks) },
    client: pairedEnd('client', client, remarks),
    server: pairedEnd('server', server, remarks),
    reasons: shown.map((remark) => ({ end: remark.end, id: remark.id, text: said(remark) })),
  }
}
