import { type EventLog, isEventLog } from '../../src/core/recording/event-log.ts'
import type { RecordedMachine } from '../../src/core/recording/recording.ts'

/** A machine that is held in memory, with its event logs apart as a recording on disk has them. */
export const withLogs = (
  whole: RecordedMachine,
): { readonly machine: RecordedMachine; readonly logs: readonly EventLog[] } => ({
  machine: { ...whole, commands: whole.commands.filter((command) => !isEventLog(command)) },
  logs: whole.commands.filter(isEventLog).map(({ stdout = new Uint8Array(), ...record }) => ({
    record,
    size: stdout.length,
    open: async function* () {
      yield stdout
    },
  })),
})
