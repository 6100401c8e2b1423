import type { CommandRecord, RecordedMachine } from './recording.ts'

/** One event log: how it was asked for, and what came, which may be too much to hold in memory. */
export interface EventLog {
  /** Without its bytes. */
  readonly record: CommandRecord
  readonly size: number
  /** As the program wrote them; may be read again and again. */
  readonly open: () => AsyncIterable<Uint8Array>
}

export const isEventLog = ({ id }: Pick<CommandRecord, 'id'>): boolean => id.startsWith('events-')

/** The event logs that came with a recording. */
export const eventLogsOf = ({ commands }: RecordedMachine): readonly EventLog[] =>
  commands.filter(isEventLog).map(({ stdout = new Uint8Array(), ...record }) => ({
    record,
    size: stdout.length,
    open: async function* () {
      yield stdout
    },
  }))
