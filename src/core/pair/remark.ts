import type { Role } from '../../shared/intent.ts'
import type { PairSide } from '../../shared/pair.ts'
import type { EndState } from './end-state.ts'

/** Something that stands between two ends, or is worth knowing about them. */
export interface Remark {
  readonly id: string
  readonly end: PairSide
  /** What it makes of the pair. `note`: nothing. */
  readonly effect: 'mismatch' | 'fix' | 'unknown' | 'note'
  /** What is the matter, as a sentence about that end or about both. */
  readonly text: string
  /** What to do, and where. */
  readonly todo: Partial<Readonly<Record<Role, string>>>
}

/** Looks at both ends; null: nothing to say. */
export type Rule = (client: EndState, server: EndState) => Remark | null

export const atBoth = (todo: string): Remark['todo'] => ({ client: todo, server: todo })
