import type { EndState } from '../../core/pair/end-state.ts'
import { loadEnd } from '../../core/pair/load-end.ts'
import { pairOf } from '../../core/pair/pair-of.ts'
import type { Role } from '../../shared/intent.ts'
import type { PairedEnd, PairVerdict } from '../../shared/pair.ts'
import { hasIntent, intentOf, momentOf, type Parsed } from '../options.ts'
import { pairExitCode } from '../pair-exit-code.ts'
import { Stop, type Verb } from '../verb.ts'
import { givenCaseKey } from './given-case-key.ts'
import { askedCase } from './subject.ts'

interface Options {
  readonly parsed: Parsed
  readonly caseKey: string | null
  readonly note: (text: string) => void
}

const endOf = async (from: string, place: Role, { parsed, caseKey, note }: Options): Promise<EndState> => {
  let isJudged = false
  const end = await loadEnd(from, {
    now: momentOf(parsed),
    askedOf: async (loaded) => {
      isJudged = true
      const asked = await askedCase(parsed, loaded, { useStored: true, caseKey })
      return { ...asked, intent: { ...asked.intent, role: loaded.storedIntent?.role ?? place } }
    },
  })
  if (!end.ok) throw new Stop({ ...end.fault, message: `The ${place}: ${end.fault.message}` })
  if (hasIntent(parsed) && !isJudged)
    note(`The ${place} keeps the case it was made for: a code or a report is not judged again.`)
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
    // What is wrong with the options is said whether or not an end takes them.
    intentOf(parsed)
    const options = { parsed, caseKey: await givenCaseKey(parsed, io), note: io.err }
    const ends = [await endOf(a, 'client', options), await endOf(b, 'server', options)] as const
    const answer = pairOf(...ends)
    return { json: answer, text: pairText(answer), exitCode: pairExitCode(answer, ends) }
  },
}
