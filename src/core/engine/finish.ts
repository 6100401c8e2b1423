import { fail, ok, type Result } from '../../shared/result.ts'
import type { JournalEntry } from '../recording/recording.ts'
import type { Json } from './change.ts'
import { isUnfinished } from './journal.ts'
import type { Pc } from './pc.ts'
import { stepsOf, type UndoneStep } from './undo.ts'

/** Change sets that a crash left between the old state and the new one, oldest first; one entry for each fix. */
export const unfinished = async (pc: Pc): Promise<Result<readonly (readonly JournalEntry[])[]>> => {
  const journal = await pc.journal.list()
  if (!journal.ok) return journal
  const ids = new Set(journal.value.filter(isUnfinished).map(({ id }) => id))
  return ok([...ids].map((id) => journal.value.filter((entry) => entry.id === id)))
}

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [key, sorted(each)]),
  )
}
const sameJson = (a: unknown, b: unknown): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))

/** A key may have been made before the crash and its value not: that is the old state, too. */
const isOldState = (now: Json, before: unknown): boolean => {
  const value = (state: unknown): unknown =>
    typeof state === 'object' && state !== null && 'missingKeys' in state ? { ...state, missingKeys: null } : state
  return sameJson(value(now), value(before))
}

/**
 * Carries an interrupted set through: what is not yet as agreed is written and read back. When somebody else has changed
 * one of its values meanwhile, nothing is written.
 */
export const finish = async (
  pc: Pc,
  entries: readonly JournalEntry[],
  now: () => string,
): Promise<Result<readonly UndoneStep[]>> => {
  const steps = stepsOf(entries)
  if (!steps.ok) return steps
  const host = pc.writable
  const open: boolean[] = []
  for (const { change, before } of steps.value) {
    const state = await change.capture(host)
    if (!state.ok) return state
    const done = change.holds(state.value)
    if (!done && !isOldState(state.value, before))
      return fail('conflict', `Somebody else has changed this since: ${change.describe}. It was left alone.`)
    open.push(!done)
  }
  const made: UndoneStep[] = []
  for (const [index, { change, before }] of steps.value.entries()) {
    pc.onChange?.({ done: index, total: steps.value.length })
    const applied = open[index] === true ? await change.apply(host) : ok(undefined)
    const seen = applied.ok ? await change.readBack(host) : applied
    // The set stays unfinished in the journal: it can be finished again, or put back.
    if (!seen.ok) return seen
    if (!seen.value.held) return fail('failed', `Windows accepted this but did not keep it: ${change.describe}.`)
    made.push({ change, before: before as Json, after: change.after, readBack: seen.value.seen })
  }
  pc.onChange?.({ done: made.length, total: made.length })
  const at = now()
  const wrote = open.includes(true)
  const noted = await pc.journal.save(
    entries.map((entry) => ({
      ...entry,
      state: 'verified' as const,
      appliedAt: wrote ? at : (entry.appliedAt ?? at),
    })),
  )
  return noted.ok ? ok(made) : noted
}
