import type { Receipt } from '../../shared/receipt.ts'
import type { FixId } from '../../shared/report.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { JournalEntry } from '../recording/recording.ts'
import type { Pc } from './pc.ts'
import { planUndo, type UndoneStep, undo } from './undo.ts'

/** The receipt of something done to a change that stands in the journal. */
export const pastReceipt = (
  id: string,
  entries: readonly JournalEntry[],
  more: Pick<Receipt, 'state' | 'message' | 'changes'> & Partial<Receipt>,
): Receipt => ({
  changeId: id,
  fixes: entries.map(({ fix }) => fix as FixId),
  owner: null,
  refusedBy: null,
  restart: entries.find(({ restart }) => restart !== 'none')?.restart ?? 'none',
  warnings: [],
  at: null,
  by: null,
  ...more,
})

export const changesOf = (steps: readonly UndoneStep[]): Receipt['changes'] =>
  steps.map(({ change, before, after, readBack }) => ({
    kind: change.kind,
    spec: change.spec,
    before,
    after,
    readBack,
  }))

/** What `undo` would put back. Writes nothing. */
export const plannedUndo = async (pc: Pc, id: string | null): Promise<Result<Receipt>> => {
  const journal = await pc.journal.list()
  if (!journal.ok) return journal
  const plan = planUndo(journal.value, id)
  if (!plan.ok) return plan
  return ok(
    pastReceipt(plan.value.id, plan.value.entries, {
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

const revert = async (pc: Pc, id: string | null, token: string | null): Promise<Result<Receipt>> => {
  const journal = await pc.journal.list()
  if (!journal.ok) return journal
  const plan = planUndo(journal.value, id)
  if (!plan.ok) return plan
  if (token !== null && token !== plan.value.token)
    return fail('conflict', 'The journal has changed since this was shown. Nothing was written. Look at it again.')
  if (pc.elevate !== undefined)
    return pc.elevate({ do: 'undo', id: plan.value.id, token: plan.value.token }, pc.onChange)
  let at: string | null = null
  const moment = (): string => {
    at = pc.now()
    return at
  }
  const done = await undo(plan.value, pc.writable, pc.journal, moment, pc.onChange)
  if (!done.ok) return done
  const message = 'Put back and read back.'
  const more = { state: 'undone', message, changes: changesOf(done.value), at, by: pc.by } as const
  return ok(pastReceipt(plan.value.id, plan.value.entries, more))
}

/**
 * Puts a journaled change back to the exact state before it, or says why not. An interrupted change set is put back the
 * same way. `token` is that of the steps a person agreed to; null when they were agreed to just now.
 */
export const performUndo = (pc: Pc, id: string | null, token: string | null = null): Promise<Result<Receipt>> =>
  pc.elevate === undefined ? pc.journal.alone(() => revert(pc, id, token)) : revert(pc, id, token)

/** Puts a change set back that a crash interrupted. */
export const putBackChangeSet = async (pc: Pc, id: string): Promise<Result<Receipt>> => performUndo(pc, id)
