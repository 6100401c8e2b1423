import type { Receipt } from './receipt.ts'
import type { FixId } from './report.ts'

/** One change as a person reads it before agreeing. The values are words; nothing here is ever sent back. */
export interface PlannedStep {
  readonly fix: FixId
  /** What the fix is called. */
  readonly title: string
  /** Exactly what is written, in one sentence. */
  readonly description: string
  /** The key, the local group or the group of firewall rules. */
  readonly where: string
  /** The value, the account, or what kind of thing it is. */
  readonly name: string
  readonly before: string
  readonly after: string
  /** It is so already, so nothing is written. */
  readonly already: boolean
}

/** A plan for display. The token stands for exactly this plan and works once. */
export interface ShownPlan {
  readonly token: string
  readonly fixes: readonly FixId[]
  readonly changes: readonly PlannedStep[]
  readonly owner: {
    readonly kind: 'none' | 'group-policy' | 'mdm' | 'unknown'
    readonly name: string | null
    readonly blocks: boolean
  }
  /** A policy holds 0: only a second, plain agreement gets past it. */
  readonly managedBy: string | null
  readonly warnings: readonly string[]
  /** Why nothing may be written, whoever agrees. */
  readonly refusal: string | null
  readonly restart: Receipt['restart']
}

export interface PastChange {
  readonly id: string
  readonly titles: readonly string[]
  readonly state: 'unfinished' | 'in-force' | 'undone' | 'rolled-back'
  /** ISO 8601 UTC. */
  readonly appliedAt: string | null
  readonly undoneAt: string | null
  readonly restart: Receipt['restart']
  readonly by: string | null
  readonly changes: readonly Pick<PlannedStep, 'where' | 'name' | 'before' | 'after'>[]
}

export interface RestartState {
  /** A change of this product waits for a restart. */
  readonly due: boolean
  /** ISO 8601 UTC; null when none is, or when Windows cannot tell. */
  readonly scheduledFor: string | null
  /** The machine's own time, to count down from. */
  readonly now: string
  /** Windows starts the program again when the user signs in. */
  readonly comesBack: boolean
}

/** With which rights changes are made. */
export interface Rights {
  /** Windows asks for an administrator before anything is written. */
  readonly asks: boolean
  /** Whom the program runs as, when that is not the person signed in here. */
  readonly somebodyElse: string | null
}

/** How many changes of a set are written, or put back, and read back. */
export interface ChangeProgress {
  readonly done: number
  readonly total: number
}
