import type { Result } from '../../shared/result.ts'
import type { Host, WritableHost } from '../windows/host.ts'
import type { JournalStore } from './journal.ts'

/** Restarts of a PC. Times are ISO 8601 UTC. */
export interface RestartControl {
  /** When one is scheduled for; null when none is, or when Windows cannot tell. */
  readonly scheduledFor: () => Promise<string | null>
  /** 0 minutes restarts at once. Answers the time it will happen. */
  readonly schedule: (minutes: number, message: string) => Promise<Result<string>>
  /** false: none was scheduled. */
  readonly cancel: () => Promise<Result<boolean>>
}

/** A PC that this process may change: what `fix`, `undo` and `restart` act on. */
export interface Pc {
  /** Asked with the rights that changes are made with. */
  readonly host: Host
  readonly writable: WritableHost
  readonly journal: JournalStore
  readonly restart: RestartControl
  /** The moment of a change, ISO 8601 UTC; never the same twice. */
  readonly now: () => string
  /** Who agreed, as Windows names the account. */
  readonly by: string | null
  /** Whether a restart is due, from the journal, the boot time and the values as they are. */
  readonly restartDue: () => Promise<boolean>
}
