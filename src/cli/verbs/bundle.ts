import { type Gathered, gatherFrom, gatherRecorded } from '../../core/bundle/gathered.ts'
import { type SavedBundle, saveBundle } from '../../core/bundle/save-bundle.ts'
import { newCaseKey, openCaseKey } from '../../core/redaction/case-key.ts'
import type { Redactor } from '../../core/redaction/redaction.ts'
import { createRedactor } from '../../core/redaction/redactor.ts'
import type { Fault } from '../../shared/result.ts'
import { bundleText } from '../bundle-text.ts'
import { exitCodes } from '../exit-code.ts'
import type { Io } from '../io.ts'
import { intentOf, intentOptions, type Parsed } from '../options.ts'
import { Stop, usageError, type Verb } from '../verb.ts'
import { caseInputOptions, caseInputsOf } from './case-inputs.ts'
import { givenCaseKey } from './given-case-key.ts'
import { judgedRecording, subjectOf } from './subject.ts'

const gather = async (parsed: Parsed, io: Io, key: string | null, signal: AbortSignal): Promise<Gathered> => {
  const subject = await subjectOf(parsed, io)
  const inputs = await caseInputsOf(parsed, io)
  if (subject.kind === 'recording') {
    const recorded = await judgedRecording(parsed, subject.path, {
      useStored: false,
      toJudge: false,
      inputs,
      caseKey: key,
    })
    const { account, peer, domain } = recorded.report.intent
    if (recorded.caseKeyId !== null && key === null && [account, peer, domain].some((name) => name !== null))
      throw usageError('This recording is redacted: its case key is needed to name an account, another PC or a domain.')
    return gatherRecorded(recorded)
  }
  return gatherFrom({
    host: subject.host,
    intent: intentOf(parsed),
    inputs,
    signal,
    withSignIns: parsed.flag('with-sign-ins'),
    withRawLogs: parsed.flag('raw-logs'),
  })
}

interface Redaction {
  readonly redactor: Redactor | null
  /** A key that was made here, to be shown. */
  readonly madeKey: string | null
}

const redactionFor = async (
  parsed: Parsed,
  { machine, report, caseKeyId }: Gathered,
  key: string | null,
): Promise<Redaction> => {
  // What holds tokens already keeps them: tokens of tokens would compare with nothing.
  if (caseKeyId !== null || parsed.flag('no-redaction')) return { redactor: null, madeKey: null }
  const text = key ?? newCaseKey()
  const redactor = createRedactor({ key: await openCaseKey(text), machine, intent: report.intent })
  return { redactor, madeKey: key === null ? text : null }
}

/** A refusal to save ends with 8; what is wrong with the place it should go to, with 2. */
const stopFor = ({ code, message }: Fault, isPlain: boolean): Stop => {
  const hint =
    code === 'conflict'
      ? ' --force replaces it.'
      : code === 'refused' && isPlain
        ? ' No bundle may hold that. Without --no-redaction it is removed.'
        : ''
  return new Stop(
    { code, message: `${message}${hint}` },
    code === 'refused' || code === 'cancelled' ? exitCodes.refused : exitCodes.usage,
  )
}

const saved = async (
  parsed: Parsed,
  io: Io,
  file: string,
  gathered: Gathered,
  key: string | null,
  signal: AbortSignal,
) => {
  const { redactor, madeKey } = await redactionFor(parsed, gathered, key)
  const bundle = await saveBundle({ file, replace: parsed.flag('force'), gathered, redactor, signal })
  if (!bundle.ok) throw stopFor(bundle.fault, parsed.flag('no-redaction') && redactor === null)
  if (parsed.json && madeKey !== null) io.err(`Case key: ${madeKey}`)
  return { bundle: bundle.value, madeKey }
}

const isPlain = (parsed: Parsed, { caseKeyId }: SavedBundle): boolean =>
  parsed.flag('no-redaction') && caseKeyId === null

export const bundle: Verb = {
  name: 'bundle',
  usage: '',
  summary: 'saves a support bundle without names: of this PC, or of a recorded or simulated one',
  options: [...intentOptions, ...caseInputOptions, 'out', 'case-key', 'recording', 'simulate', 'state', 'at'],
  flags: ['force', 'no-redaction', 'with-sign-ins', 'raw-logs'],
  words: [0, 0],
  run: async (parsed, io) => {
    const file = parsed.option('out')
    if (file === null) throw usageError('"bundle" needs --out FILE.zip.')
    if (parsed.flag('no-redaction') && parsed.option('case-key') !== null)
      throw usageError('Use --case-key or --no-redaction, not both.')
    const onlyLive = (['with-sign-ins', 'raw-logs'] as const).find((name) => parsed.flag(name))
    if (onlyLive !== undefined && parsed.option('recording') !== null)
      throw usageError(`--${onlyLive} asks a PC; a recording holds what was asked.`)
    const key = await givenCaseKey(parsed, io)
    const signal = io.interrupted()
    const gathered = await gather(parsed, io, key, signal)
    try {
      const { bundle: made, madeKey } = await saved(parsed, io, file, gathered, key, signal)
      const text = bundleText(made, {
        madeKey,
        isPlain: isPlain(parsed, made),
        wasRedacted: gathered.caseKeyId !== null,
        raw: gathered.raw.length > 0,
        isSecurityKey: gathered.report.intent.track === 'security-key',
      })
      return { json: made, text, exitCode: exitCodes.ok }
    } finally {
      await gathered.dispose()
    }
  },
}
