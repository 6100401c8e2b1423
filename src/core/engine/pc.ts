import type { ChangeProgress } from '../../shared/change-plan.ts'
import type { Receipt } from '../../shared/receipt.ts'
import type { Result } from '../../shared/result.ts'
import type { ReturnStep } from '../../shared/returning.ts'
import type { Host, WritableHost } from '../windows/host.ts'
import type { FixParameters } from './define-fix.ts'
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

/** The program is started again when the user signs in after a restart. */
export interface ComeBack {
  readonly remember: (step: ReturnStep) => Result<void>
  readonly forget: () => Result<void>
  readonly isRemembered: () => boolean
}

export interface FixRequest {
  readonly ids: readonly string[]
  readonly parameters: FixParameters
  readonly role: 'client' | 'server'
  /** The second, plain agreement to write although a policy will put its value back. */
  readonly evenIfManaged: boolean
}

/** What a person agreed to. `token` stands for the plan that was shown. */
export type Agreed =
  | ({ readonly do: 'fix'; readonly token: string } & FixRequest)
  | { readonly do: 'undo'; readonly id: string; readonly token: string }
  | { readonly do: 'finish'; readonly id: string }

/** Hears of each change before it is written or put back, and of the end. */
export type OnChange = (progress: ChangeProgress) => void

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
  readonly onChange?: OnChange
  /** Has it done with the rights that it needs, after Windows has asked. Absent: this process has them. */
  readonly elevate?: (agreed: Agreed, onChange?: OnChange) => Promise<Result<Receipt>>
  /** Whom the program runs as, when that is not the person signed in here; null when it is, or nobody can tell. */
  readonly somebodyElse?: () => Promise<string | null>
  /** Absent: nothing starts the program again. */
  readonly comeBack?: ComeBack
}
