import type { Role } from './intent.ts'
import type { CheckId, FixId, Link } from './report.ts'

export type GuideId = `guide.${string}`

/** A help topic: what a technician may want to know beside the findings. */
export interface Guide {
  readonly id: GuideId
  readonly title: string
  /** One paragraph each. */
  readonly text: readonly string[]
  readonly table: GuideTable | null
  readonly links: readonly Link[]
}

export interface GuideTable {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** Everything the product looks at, changes and explains, in words. */
export interface Rules {
  readonly checks: readonly {
    readonly id: CheckId
    readonly title: string
    readonly why: string
    readonly roles: readonly Role[]
    readonly links: readonly Link[]
  }[]
  readonly fixes: readonly {
    readonly id: FixId
    readonly title: string
    readonly cures: readonly CheckId[]
    readonly restart: 'required' | 'none'
  }[]
  readonly guides: readonly Guide[]
}
