import { judgeRecording } from '../../core/engine/judge.ts'
import { runChecks } from '../../core/engine/run-checks.ts'
import { type LoadedRecording, loadRecording, storedCase } from '../../core/recording/load.ts'
import {
  intentInRedacted,
  isRedacted,
  keyOfRedacted,
  needsKey,
  withheldWithoutKey,
} from '../../core/redaction/account-in-redacted.ts'
import type { SimulatedHost } from '../../core/simulated/simulated-host.ts'
import type { Host } from '../../core/windows/host.ts'
import { createWindowsHost } from '../../core/windows/windows-host.ts'
import type { Intent } from '../../shared/intent.ts'
import type { Report } from '../../shared/report.ts'
import type { Io } from '../io.ts'
import { hasIntent, intentOf, momentOf, type Parsed } from '../options.ts'
import { Stop, usageError } from '../verb.ts'
import { caseInputsOf } from './case-inputs.ts'
import { givenCaseKey } from './given-case-key.ts'
import { simulatedPc } from './pc.ts'

type Inputs = Readonly<Record<string, string>>

interface RecordingOptions {
  /** The case stored in a bundle counts when no option names one. */
  readonly useStored: boolean
  /** Leaves out what no check reads, such as event logs. */
  readonly toJudge: boolean
  readonly inputs?: Inputs
  /** Turns the names of a case typed anew into those of a redacted recording. */
  readonly caseKey?: string | null
}

interface AskedCase {
  readonly intent: Intent
  readonly withheld?: typeof withheldWithoutKey
}

const namesSomebody = ({ account, peer, domain }: Intent): boolean =>
  [account, peer, domain].some((name) => name !== null)

/** A case typed anew means real names, and a redacted recording holds tokens: the case key turns one into the other. */
const askedOfRedacted = async (intent: Intent, loaded: LoadedRecording, caseKey: string | null): Promise<AskedCase> => {
  if (caseKey === null) return needsKey(intent) ? { intent, withheld: withheldWithoutKey } : { intent }
  if (!namesSomebody(intent)) return { intent }
  const key = await keyOfRedacted(caseKey, loaded)
  if (!key.ok) throw new Stop(key.fault)
  return { intent: intentInRedacted(intent, key.value) }
}

/** The case that a recording or bundle is judged for: the stored one where that counts, else what the options say. */
export const askedCase = async (
  parsed: Parsed,
  loaded: LoadedRecording,
  { useStored, caseKey = null }: Pick<RecordingOptions, 'useStored' | 'caseKey'>,
): Promise<AskedCase> => {
  if (useStored && loaded.storedIntent !== null && !hasIntent(parsed)) return { intent: loaded.storedIntent }
  const intent = intentOf(parsed)
  return isRedacted(loaded) ? askedOfRedacted(intent, loaded, caseKey) : { intent }
}

/** Opens and judges a recording or bundle. */
export const judgedRecording = async (
  parsed: Parsed,
  path: string,
  { useStored, toJudge, inputs = {}, caseKey = null }: RecordingOptions,
): Promise<LoadedRecording & { readonly report: Report }> => {
  const loaded = await loadRecording(path, { toJudge })
  if (!loaded.ok) throw new Stop(loaded.fault)
  const asked = await askedCase(parsed, loaded.value, { useStored, caseKey })
  const machine = { ...loaded.value.machine, inputs: { ...loaded.value.machine.inputs, ...inputs } }
  const report = judgeRecording(machine, {
    ...asked,
    now: momentOf(parsed) ?? machine.machine.recordedAt,
    source: loaded.value.source,
    stored: storedCase(loaded.value),
  })
  return { ...loaded.value, machine, report }
}

/** What the options name: a recording, or a machine that can be asked. */
type Subject =
  | { readonly kind: 'recording'; readonly path: string }
  | { readonly kind: 'machine'; readonly host: Host | SimulatedHost }

export const subjectOf = async (parsed: Parsed, io: Io): Promise<Subject> => {
  const recording = parsed.option('recording')
  const simulated = parsed.option('simulate')
  // What is wrong with the options is said before anything else, wherever the command runs.
  intentOf(parsed)
  momentOf(parsed)
  if (recording !== null && simulated !== null) throw usageError('Use --recording or --simulate, not both.')
  if (parsed.option('state') !== null && simulated === null) throw usageError('--state goes with --simulate.')
  if (recording !== null) return { kind: 'recording', path: recording }
  if (simulated !== null) return { kind: 'machine', host: (await simulatedPc(parsed, simulated)).asUser }
  if (parsed.option('at') !== null) throw usageError('--at goes with --recording or --simulate.')
  if (io.platform !== 'win32')
    throw usageError('This is not Windows, so there is nothing to check here. Use --recording PATH or --simulate NAME.')
  return { kind: 'machine', host: createWindowsHost() }
}

/** The machine that the options name, asked and judged. */
export const reportOn = async (parsed: Parsed, io: Io): Promise<Report> => {
  const subject = await subjectOf(parsed, io)
  if (subject.kind === 'machine' && parsed.option('case-key') !== null)
    throw usageError('--case-key goes with --recording: it opens the names of a redacted bundle.')
  const inputs = await caseInputsOf(parsed, io)
  if (subject.kind === 'machine') return runChecks({ host: subject.host, intent: intentOf(parsed), inputs })
  const caseKey = await givenCaseKey(parsed, io)
  return (await judgedRecording(parsed, subject.path, { useStored: false, toJudge: true, inputs, caseKey })).report
}
