import type { Intent } from './intent.ts'
import type { ReportSource, Status, VerdictState } from './report.ts'

/** One of two machines, or of two moments of one machine. */
export interface ComparedSide {
  /** Name of the file or folder, without its path. */
  readonly file: string
  /** `report`: only what was found, as it was judged then; everything else is judged with today’s rules. */
  readonly kind: Extract<ReportSource, 'recording' | 'bundle'> | 'report'
  readonly host: string
  /** The moment that was judged, ISO 8601 UTC. */
  readonly createdAt: string
  readonly role: Intent['role']
}

/** Only what differs; null stands for "is not in it". */
export interface Comparison {
  readonly a: ComparedSide
  readonly b: ComparedSide
  readonly verdict: { readonly a: VerdictState; readonly b: VerdictState }
  readonly findings: readonly { readonly id: string; readonly a: Status | null; readonly b: Status | null }[]
  /** `path`: the name of the fact with its dots, `pku2u.value`. */
  readonly facts: readonly { readonly path: string; readonly a: unknown; readonly b: unknown }[]
  /** What the two cannot be compared in, and why, in sentences. */
  readonly notes: readonly string[]
}

export type SideName = 'a' | 'b'

/** A comparison as the window draws it. */
export interface ShownComparison extends Comparison {
  /** Of the findings, by id; those that this version knows. */
  readonly titles: Readonly<Record<string, string>>
  /** Sides whose whole report can be opened: a report file alone holds no evidence that could be trusted. */
  readonly canOpen: Readonly<Record<SideName, boolean>>
}
