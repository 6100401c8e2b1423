import { createHash } from 'node:crypto'
import { fail, ok, type Result } from '../../shared/result.ts'
import { changeFromJournal } from '../changes/kinds.ts'
import type { JournalEntry } from '../recording/recording.ts'
import type { WritableHost } from '../windows/host.ts'
import type { Change, Json } from './change.ts'
import { isInForce, isUnfinished, type JournalStore } from './journal.ts'
import { isOurs } from './our-targets.ts'
import type { OnChange } from './pc.ts'

export interface UndoStep {
  readonly change: Change
  readonly before: unknown
}

export interface UndoPlan {
  readonly id: string
  readonly entries: readonly JournalEntry[]
  /** In the order in which they are put back: the last one made comes first. */
  readonly steps: readonly UndoStep[]
  /** Stands for exactly these steps. */
  readonly token: string
}

export interface UndoneStep {
  readonly change: Change
  readonly before: Json
  readonly after: unknown
  readonly readBack: Json
}

/** The changes of these entries in the order in which they were made, each taught anew by its kind. */
export const stepsOf = (entries: readonly JournalEntry[]): Result<readonly UndoStep[]> => {
  const steps: UndoStep[] = []
  for (const { kind, spec, before } of entries.flatMap(({ changes }) => changes)) {
    const change = changeFromJournal(kind, spec)
    if (change === null || !isOurs(change))
      return fail('unreadable', 'The journal names a change that this version does not know. Nothing was changed.')
    steps.push({ change, before })
  }
  return ok(steps)
}

/** A later change of this product to the same value has to go first, or its own way back would lead nowhere. */
const laterOnSame = (journal: readonly JournalEntry[], id: string, steps: readonly UndoStep[]): string | null => {
  const targets = new Set(steps.map(({ change }) => change.target))
  const position = journal.findLastIndex((entry) => entry.id === id)
  const later = journal
    .slice(position + 1)
    .filter((entry) => entry.id !== id && (isInForce(entry) || isUnfinished(entry)))
    .findLast(({ changes }) =>
      changes.some(({ kind, spec }) => targets.has(changeFromJournal(kind, spec)?.target ?? '')),
    )
  return later?.id ?? null
}

/** `id` null means the newest change that is still in force. Writes nothing. */
export const planUndo = (journal: readonly JournalEntry[], id: string | null): Result<UndoPlan> => {
  const open = (entry: JournalEntry): boolean => isInForce(entry) || isUnfinished(entry)
  const wanted = id ?? journal.findLast(open)?.id ?? null
  if (wanted === null) return fail('usage', 'There is no change to undo.')
  const set = journal.filter((entry) => entry.id === wanted)
  if (set.length === 0) return fail('usage', `There is no change ${wanted}.`)
  const entries = set.filter(open)
  if (entries.length === 0) return fail('usage', `The change ${wanted} is not in force any more.`)
  const made = stepsOf(entries)
  if (!made.ok) return made
  const steps = [...made.value].reverse()
  const later = laterOnSame(journal, wanted, steps)
  if (later !== null) return fail('conflict', `The later change ${later} wrote the same setting. Undo that one first.`)
  const sum = createHash('sha256').update(
    JSON.stringify([wanted, steps.map(({ change, before }) => [change.kind, change.spec, before])]),
  )
  return ok({ id: wanted, entries, steps, token: sum.digest('hex') })
}

/** What could not be made as it was before the undo, in sentences. */
const redo = async (done: readonly UndoneStep[], host: WritableHost): Promise<readonly string[]> => {
  const left: string[] = []
  for (const { change } of [...done].reverse()) {
    const again = await change.apply(host)
    if (!again.ok) left.push(again.fault.message)
  }
  return left
}

const undone = (entry: JournalEntry, at: string): JournalEntry =>
  entry.appliedAt === null ? { ...entry, state: 'rolled-back' } : { ...entry, undoneAt: at, state: 'undone' }

/**
 * Puts every change of the set back, or leaves all of them as they are. While it does, the journal calls the set
 * unfinished, so that a crash in between is seen at the next start.
 */
export const undo = async (
  { entries, steps }: UndoPlan,
  host: WritableHost,
  journal: JournalStore,
  now: () => string,
  onChange?: OnChange,
): Promise<Result<readonly UndoneStep[]>> => {
  const begun = await journal.save(entries.map((entry) => ({ ...entry, state: 'captured' as const })))
  if (!begun.ok) return begun
  const done: UndoneStep[] = []
  const giveUp = async ({ code, message }: { code: Parameters<typeof fail>[0]; message: string }) => {
    const left = await redo(done, host)
    // What could not be made as it was keeps the set unfinished: the next start offers to finish or to put back.
    const noted = left.length === 0 ? await journal.save(entries) : ok(undefined)
    return fail(code, [message, ...left, ...(noted.ok ? [] : [noted.fault.message])].join(' '))
  }
  for (const { change, before } of steps) {
    onChange?.({ done: done.length, total: steps.length })
    const was = await change.readBack(host)
    if (!was.ok) return giveUp(was.fault)
    const back = await change.revert(before, host)
    if (!back.ok) return giveUp(back.fault)
    const seen = await change.readBack(host)
    done.push({ change, before: was.value.seen, after: before, readBack: seen.ok ? seen.value.seen : null })
    if (!seen.ok) return giveUp(seen.fault)
  }
  onChange?.({ done: steps.length, total: steps.length })
  const at = now()
  const noted = await journal.save(entries.map((entry) => undone(entry, at)))
  return noted.ok ? ok(done) : giveUp(noted.fault)
}
