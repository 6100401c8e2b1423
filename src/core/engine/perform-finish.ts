import type { Receipt } from '../../shared/receipt.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { JournalEntry } from '../recording/recording.ts'
import { finish } from './finish.ts'
import { isUnfinished } from './journal.ts'
import type { Pc } from './pc.ts'
import { changesOf, pastReceipt } from './perform-undo.ts'
import { stepsOf } from './undo.ts'

const interruptedOf = async (pc: Pc, id: string): Promise<Result<readonly JournalEntry[]>> => {
  const journal = await pc.journal.list()
  if (!journal.ok) return journal
  const entries = journal.value.filter((entry) => entry.id === id && isUnfinished(entry))
  return entries.length === 0 ? fail('usage', `The change ${id} is not an interrupted one.`) : ok(entries)
}

/** What finishing an interrupted change set would leave behind. Writes nothing. */
export const plannedFinish = async (pc: Pc, id: string): Promise<Result<Receipt>> => {
  const entries = await interruptedOf(pc, id)
  if (!entries.ok) return entries
  const steps = stepsOf(entries.value)
  if (!steps.ok) return steps
  return ok(
    pastReceipt(id, entries.value, {
      state: 'planned',
      message: 'This interrupted change would be finished. Nothing was written.',
      changes: steps.value.map(({ change, before }) => ({
        kind: change.kind,
        spec: change.spec,
        before,
        after: change.after,
        readBack: null,
      })),
    }),
  )
}

const carryThrough = async (pc: Pc, id: string): Promise<Result<Receipt>> => {
  const entries = await interruptedOf(pc, id)
  if (!entries.ok) return entries
  if (pc.elevate !== undefined) return pc.elevate({ do: 'finish', id }, pc.onChange)
  let at: string | null = null
  const done = await finish(pc, entries.value, () => {
    at = pc.now()
    return at
  })
  if (!done.ok) return done
  const message = 'The interrupted change was finished and read back.'
  const changes = changesOf(done.value)
  return ok(pastReceipt(id, entries.value, { state: 'applied', message, changes, at, by: pc.by }))
}

/** Carries a change set through that a crash interrupted, as it was agreed to then. */
export const finishChangeSet = (pc: Pc, id: string): Promise<Result<Receipt>> =>
  pc.elevate === undefined ? pc.journal.alone(() => carryThrough(pc, id)) : carryThrough(pc, id)
