import type { FixId } from './report.ts'

/** One change as it will be, or was, written. Values have the form of the change's kind. */
export interface ReceiptChange {
  readonly kind: string
  readonly spec: unknown
  readonly before: unknown
  readonly after: unknown
  /** What was read after writing; null when nothing was written. */
  readonly readBack: unknown
}

export type ReceiptState = 'planned' | 'applied' | 'undone' | 'refused' | 'rolled-back'

/** What `fix` and `undo` answer. */
export interface Receipt {
  readonly changeId: string | null
  readonly fixes: readonly FixId[]
  readonly state: ReceiptState
  readonly changes: readonly ReceiptChange[]
  readonly owner: { readonly kind: 'group-policy' | 'mdm'; readonly name: string } | null
  /** Why nothing was written: a policy owns the setting, or this PC must not have the change. */
  readonly refusedBy: 'owner' | 'machine' | null
  readonly restart: 'required' | 'advised' | 'none'
  readonly warnings: readonly string[]
  readonly message: string
  /** ISO 8601 UTC; null when nothing was written. */
  readonly at: string | null
  readonly by: string | null
}
