import type { Receipt } from '../../shared/receipt.ts'
import type { FixId } from '../../shared/report.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { Pc } from './pc.ts'
import { planUndo, type UndoPlan, undo } from './undo.ts'

const receiptOf = (
  plan: UndoPlan,
  more: Pick<Receipt, 'state' | 'message' | 'changes'> & Partial<Receipt>,
): Receipt => ({
  changeId: plan.id,
  fixes: plan.entries.map(({ fix }) => fix as FixId),
  owner: null,
  refusedBy: null,
  restart: plan.entries.find(({ restart }) => restart !== 'none')?.restart ?? 'none',
  warnings: [],
  at: null,
  by: null,
  ...more,
})

/** What `undo` would put back. Writes nothing. */
export const plannedUndo = async (pc: Pc, id: string | null): Promise<Result<Receipt>> => {
  const journal = await pc.journal.list()
  if (!journal.ok) return journal
  const plan = planUndo(journal.value, id)
  if (!plan.ok) return plan
  return ok(
    receiptOf(plan.value, {
      state: 'planned',
      message: 'This would be put back. Nothing was written.',
      changes: plan.value.steps.map(({ change, before }) => ({
        kind: change.kind,
        spec: change.spec,
        before: change.after,
        after: before,
        readBack: null,
      })),
    }),
  )
}

/** Puts a journaled change back to the exact state before it, or says why not. */
export const performUndo = async (pc: Pc, id: string | null): Promise<Result<Receipt>> => {
  const journal = await pc.journal.list()
  if (!journal.ok) return journal
  const plan = planUndo(journal.value, id)
  if (!plan.ok) return plan
  let at: string | null = null
  const done = await undo(plan.value, pc.writable, pc.journal, () => {
    at = pc.now()
    return at
  })
  if (!done.ok) return done
  return ok(
    receiptOf(plan.value, {
      state: 'undone',
      message: 'Put back and read back.',
      changes: done.value.map(({ change, before, after, readBack }) => ({
        kind: change.kind,
        spec: change.spec,
        before,
        after,
        readBack,
      })),
      at,
      by: pc.by,
    }),
  )
}
