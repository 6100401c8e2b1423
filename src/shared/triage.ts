import type { Intent } from './intent.ts'
import type { VerdictState } from './report.ts'
import type { Fault } from './result.ts'

export interface JudgedBundle {
  /** Path inside the folder, with forward slashes. */
  readonly file: string
  readonly verdict: VerdictState
  /** Ids of the findings behind the verdict, most pressing first; empty when ready. */
  readonly causes: readonly string[]
  readonly role: Intent['role']
  /** ISO 8601 UTC */
  readonly recordedAt: string
}

export interface BrokenBundle {
  readonly file: string
  readonly fault: Fault
}

export type TriageRow = JudgedBundle | BrokenBundle

export const isBroken = (row: TriageRow): row is BrokenBundle => 'fault' in row

export interface TriageTotals {
  readonly totals: Readonly<Partial<Record<VerdictState, number>>>
  /** All that were looked at, broken ones too. */
  readonly files: number
  readonly seconds: number
}

/** Rows on their way to the window, in order. */
export interface TriageBatch {
  /** Which look through a folder they belong to; the first batch of each is empty and comes at once. */
  readonly run: number
  /** Place of the first of these rows. */
  readonly from: number
  readonly rows: readonly TriageRow[]
}

export interface TriageEnd extends TriageTotals {
  readonly run: number
  readonly cancelled: boolean
}
