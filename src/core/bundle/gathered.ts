import { rmSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Report } from '../../shared/report.ts'
import { judgeRecording } from '../engine/judge.ts'
import { otherEndInput, withOtherEnd } from '../engine/other-end.ts'
import { askMachine, type RunOptions } from '../engine/run-checks.ts'
import type { EventLog } from '../recording/event-log.ts'
import type { RecordedMachine } from '../recording/recording.ts'
import { collectEvents } from '../windows/collect-events.ts'
import { collectRawLogs, type RawFile } from '../windows/collect-raw-logs.ts'

/** Everything a bundle is made of, before anything in it is replaced. */
export interface Gathered {
  /** Without its event logs. */
  readonly machine: RecordedMachine
  readonly report: Report
  readonly logs: readonly EventLog[]
  readonly raw: readonly RawFile[]
  /** Names the key under which all of it was redacted before; null: nothing was. */
  readonly caseKeyId: string | null
  /** Deletes what was written aside. */
  readonly dispose: () => Promise<void>
}

export interface GatherOptions extends RunOptions {
  readonly withSignIns: boolean
  readonly withRawLogs: boolean
  readonly onLog?: (done: number, total: number, what: string) => void
}

/** Asks a machine for a bundle. Event logs wait in a folder of their own, which only this user may read. */
export const gatherFrom = async (options: GatherOptions): Promise<Gathered> => {
  const { host, intent, signal, withSignIns, withRawLogs, onLog } = options
  const { machine, now, source } = await askMachine(options)
  const report = judgeRecording(machine, { intent, now, source })
  const folder = await mkdtemp(join(tmpdir(), 'pku2u-'))
  // Names in clear must not outlive the program, however it ends.
  const sweep = () => rmSync(folder, { recursive: true, force: true })
  process.once('exit', sweep)
  const dispose = async () => {
    await rm(folder, { recursive: true, force: true })
    process.off('exit', sweep)
  }
  try {
    const shared = { folder, withSignIns, ...(signal === undefined ? {} : { signal }) }
    const logs = await collectEvents(host.runner, { ...shared, ...(onLog === undefined ? {} : { onLog }) })
    const raw = withRawLogs
      ? await collectRawLogs(host.runner, { ...shared, ...(onLog === undefined ? {} : { onFile: onLog }) })
      : []
    return { machine, report, logs, raw, caseKeyId: null, dispose }
  } catch (error) {
    await dispose()
    throw error
  }
}

type Recorded = Pick<Gathered, 'machine' | 'report' | 'logs' | 'caseKeyId'>

/** A recording as it was opened, with what was judged from it. */
export const gatherRecorded = ({ machine, report, logs, caseKeyId }: Recorded): Gathered => ({
  machine,
  report,
  logs,
  raw: [],
  caseKeyId,
  dispose: async () => undefined,
})

/** The same with what the other end says: the code goes into the recording, and both ends into the report. */
export const withOtherCode = (gathered: Gathered, code: string): Gathered => ({
  ...gathered,
  machine: { ...gathered.machine, inputs: { ...gathered.machine.inputs, [otherEndInput]: `${code}\n` } },
  report: withOtherEnd(gathered.report, code),
})
