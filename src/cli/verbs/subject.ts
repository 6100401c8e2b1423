import { judgeRecording } from '../../core/engine/judge.ts'
import { runChecks } from '../../core/engine/run-checks.ts'
import { loadRecording, storedCase } from '../../core/recording/load.ts'
import { createWindowsHost } from '../../core/windows/windows-host.ts'
import type { Report } from '../../shared/report.ts'
import { utcTime } from '../../shared/utc-time.ts'
import type { Io } from '../io.ts'
import { hasIntent, intentOf, momentOf, type Parsed } from '../options.ts'
import { Stop, usageError } from '../verb.ts'
import { caseInputsOf } from './case-inputs.ts'
import { simulatedPc } from './pc.ts'

type Inputs = Readonly<Record<string, string>>

/** Judges a recording or bundle; a case stored in a bundle counts when no option names one. */
export const reportOnRecording = async (
  parsed: Parsed,
  path: string,
  useStored: boolean,
  inputs: Inputs = {},
): Promise<Report> => {
  const loaded = await loadRecording(path, { toJudge: true })
  if (!loaded.ok) throw new Stop(loaded.fault)
  const { machine, source, storedIntent } = loaded.value
  const intent = useStored && storedIntent !== null && !hasIntent(parsed) ? storedIntent : intentOf(parsed)
  const withInputs = { ...machine, inputs: { ...machine.inputs, ...inputs } }
  return judgeRecording(withInputs, {
    intent,
    now: momentOf(parsed) ?? utcTime(machine.machine.recordedAt),
    source,
    stored: storedCase(loaded.value),
  })
}

const reportOnSimulated = async (parsed: Parsed, name: string, inputs: Inputs): Promise<Report> => {
  const intent = intentOf(parsed)
  return runChecks({ host: (await simulatedPc(parsed, name)).asUser, intent, inputs })
}

/** The machine that the options name, asked and judged. */
export const reportOn = async (parsed: Parsed, io: Io): Promise<Report> => {
  const recording = parsed.option('recording')
  const simulated = parsed.option('simulate')
  // What is wrong with the options is said before anything else, wherever the command runs.
  intentOf(parsed)
  momentOf(parsed)
  if (recording !== null && simulated !== null) throw usageError('Use --recording or --simulate, not both.')
  if (parsed.option('state') !== null && simulated === null) throw usageError('--state goes with --simulate.')
  if (recording !== null) return reportOnRecording(parsed, recording, false, await caseInputsOf(parsed, io))
  if (simulated !== null) return reportOnSimulated(parsed, simulated, await caseInputsOf(parsed, io))
  if (parsed.option('at') !== null) throw usageError('--at goes with --recording or --simulate.')
  if (io.platform !== 'win32')
    throw usageError('This is not Windows, so there is nothing to check here. Use --recording PATH or --simulate NAME.')
  return runChecks({ host: createWindowsHost(), intent: intentOf(parsed), inputs: await caseInputsOf(parsed, io) })
}
