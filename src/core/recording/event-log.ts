import type { FileStream } from './folder-files.ts'
import type { CommandRecord } from './recording.ts'

/** One event log: how it was asked for, and what came, which may be too much to hold in memory. */
export interface EventLog extends FileStream {
  /** Without its bytes. */
  readonly record: CommandRecord
}

export const isEventLog = ({ id }: Pick<CommandRecord, 'id'>): boolean => id.startsWith('events-')
