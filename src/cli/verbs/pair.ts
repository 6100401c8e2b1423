import type { EndState } from '../../core/pair/end-state.ts'
import { loadEnd } from '../../core/pair/load-end.ts'
import { pairOf } from '../../core/pair/pair-of.ts'
import type { Role } from '../../shared/intent.ts'
import type { PairedEnd, PairVerdict } from '../../shared/pair.ts'
import { momentOf, type Parsed } from '../options.ts'
import { pairExitCode } from '../pair-exit-code.ts'
import { Stop, type Verb } from '../verb.ts'
import { givenCaseKey } from './given-case-key.ts'
import { askedCase } from './subject.ts'

const endOf = async (parsed: Parsed, from: string, place: Role, caseKey: string | null): Promise<EndState> => {
  const end = await loadEnd(from, {
    now: momentOf(parsed),
    askedOf: async (loaded) => {
      const asked = await askedCase(parsed, loaded, { useStored: true, caseKey })
      return { ...asked, intent: { ...asked.intent, role: loaded.storedIntent?.role ?? place } }
    },
  })
  if (!end.ok) throw new Stop({ ...end.fault, message: `The ${place}: ${end.fault.message}` })
  return end.value
}

const endText = (name: string, { state, next }: PairedEnd): readonly string[] => [
  `${name}: ${state}`,
  ...next.map((step, index) => `  ${index + 1}. ${step}`),
]

const pairText = ({ verdict, client, server, reasons }: PairVerdict): string =>
  [
    `${verdict.state.toUpperCase()}: ${verdict.headline}`,
    '',
    ...endText('Client', client),
    ...endText('Server', server),
    '',
    ...reasons.map(({ id, text }) => `${text}  [${id}]`),
  ].join('\n')

export const pair: Verb = {
  name: 'pair',
  usage: 'A B',
  summary: 'one verdict for client A and server B: bundles, recordings, reports or code:…',
  options: ['track', 'path', 'account', 'peer', 'domain', 'case-key', 'at'],
  words: [2, 2],
  run: async (parsed, io) => {
    const [a = '', b = ''] = parsed.words
    const caseKey = await givenCaseKey(parsed, io)
    const ends = [await endOf(parsed, a, 'client', caseKey), await endOf(parsed, b, 'server', caseKey)] as const
    const answer = pairOf(...ends)
    return { json: answer, text: pairText(answer), exitCode: pairExitCode(answer, ends) }
  },
}
