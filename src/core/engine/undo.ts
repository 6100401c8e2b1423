import { fail, ok, type Result } from '../../shared/result.ts'
import { changeFromJournal } from '../changes/kinds.ts'
import type { JournalEntry } from '../recording/recording.ts'
import type { WritableHost } from '../windows/host.ts'
import type { Change, Json } from './change.ts'
import { isInForce, isUnfinished, type JournalStore } from './journal.ts'

interface Step {
  readonly change: Change
  readonly before: unknown
}

export interface UndoPlan {
  readonly id: string
  readonly entries: readonly JournalEntry[]
  /** In the order in which they are put back: the last one made comes first. */
  readonly steps: readonly Step[]
}

export interface UndoneStep {
  readonly change: Change
  readonly before: Json
  readonly after: unknown
  readonly readBack: Json
}

const stepsOf = (entries: readonly JournalEntry[]): Result<readonly Step[]> => {
  const steps: Step[] = []
  for (const { kind, spec, before } of entries.flatMap(({ changes }) => changes)) {
    const change = changeFromJournal(kind, spec)
    if (change === null)
      return fail('unreadable', 'The journal names a change that this version does not know. Nothing was changed.')
    steps.push({ change, before })
  }
  return ok(steps.reverse())
}

/** A later change of this product to the same value has to go first, or its own way back would lead nowhere. */
const laterOnSame = (journal: readonly JournalEntry[], id: string, steps: readonly Step[]): string | null => {
  const targets = new Set(steps.map(({ change }) => change.target))
  const position = journal.findLastIndex((entry) => entry.id === id)
  const later = journal
    .slice(position + 1)
    .filter((entry) => entry.id !== id && isInForce(entry))
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
  const steps = stepsOf(entries)
  if (!steps.ok) return steps
  const later = laterOnSame(journal, wanted, steps.value)
  if (later !== null) return fail('conflict', `The later change ${later} wrote the same setting. Undo that one first.`)
  return ok({ id: wanted, entries, steps: steps.value })
}

/** Puts every change of the set back, or leaves all of them as they are. */
export const undo = async (
  { entries, steps }: UndoPlan,
  host: WritableHost,
  journal: JournalStore,
  now: () => string,
): Promise<Result<readonly UndoneStep[]>> => {
  const done: UndoneStep[] = []
  for (const { change, before } of steps) {
    const was = await change.readBack(host)
    const back = was.ok ? await change.revert(before, host) : was
    const seen = back.ok ? await change.readBack(host) : back
    if (!was.ok || !seen.ok) {
      for (const undone of [...done].reverse()) await undone.change.apply(host)
      return seen.ok ? fail('failed', 'The change could not be read.') : seen
    }
    done.push({ change, before: was.value.seen, after: before, readBack: seen.value.seen })
  }
  const at = now()
  const noted = await journal.save(
    entries.map((entry) =>
      isUnfinished(entry) ? { ...entry, state: 'rolled-back' } : { ...entry, undoneAt: at, state: 'undone' },
    ),
  )
  if (noted.ok) return ok(done)
  for (const { change } of [...done].reverse()) await change.apply(host)
  return noted
}
