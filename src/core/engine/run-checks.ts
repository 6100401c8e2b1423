import type { Intent } from '../../shared/intent.ts'
import type { Progress } from '../../shared/ipc-contract.ts'
import type { Report } from '../../shared/report.ts'
import { checks } from '../checks/registry.ts'
import type { RecordedMachine } from '../recording/recording.ts'
import type { SimulatedHost } from '../simulated/simulated-host.ts'
import { collect } from '../windows/collect.ts'
import type { Host } from '../windows/host.ts'
import { judgeRecording } from './judge.ts'
import { outOfCase, wantedBy } from './wanted.ts'

export interface RunOptions {
  readonly host: Host | SimulatedHost
  readonly intent: Intent
  /** What a person added, by file name; it is recorded with the answers, so a later judgement says the same. */
  readonly inputs?: Readonly<Record<string, string>>
  /** Ends every program that still runs; what did not answer is unknown. */
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: Progress) => void
}

/** A journal that cannot be read is a gap of the report, not an empty journal. */
const withJournal = async (host: Host, recorded: RecordedMachine): Promise<RecordedMachine> => {
  const journal = await host.readJournal?.()
  if (journal === undefined) return recorded
  if (journal.ok) return { ...recorded, journal: journal.value }
  const damaged = [...recorded.damaged, { part: 'journal.json', message: journal.fault.message }]
  return { ...recorded, damaged }
}

/** What a machine answered, and what its answers are judged with. */
export interface Asked {
  readonly machine: RecordedMachine
  /** ISO 8601 UTC. */
  readonly now: string
  readonly source: 'live' | 'simulated'
}

/** Asks a machine what the checks of this case need. */
export const askMachine = async ({ host, intent, inputs, signal, onProgress }: RunOptions): Promise<Asked> => {
  const clock = 'now' in host ? host.now : null
  const wanted = wantedBy(checks.filter((check) => outOfCase(check, intent) === null))
  const recorded = await collect(host, wanted, {
    intent,
    now: () => (clock === null ? new Date() : new Date(clock)),
    ...(signal === undefined ? {} : { signal }),
    ...(onProgress === undefined ? {} : { onProgress }),
  })
  const answers = 'journal' in host ? { ...recorded, journal: host.journal() } : await withJournal(host, recorded)
  return {
    machine: { ...answers, inputs: { ...answers.inputs, ...inputs } },
    now: clock ?? recorded.machine.recordedAt,
    source: host.kind === 'windows' ? 'live' : 'simulated',
  }
}

/** Asks a machine, and judges the answers. */
export const runChecks = async (options: RunOptions): Promise<Report> => {
  const { machine, now, source } = await askMachine(options)
  return judgeRecording(machine, { intent: options.intent, now, source })
}
