import type { Result } from '../../shared/result.ts'
import type { JournalEntry } from '../recording/recording.ts'

/**
 * Where changes are remembered. A change set is one or more entries with the same id, one for each fix. `save` has
 * reached the disk when it answers: nothing is written to the machine before its old state is safe.
 */
export interface JournalStore {
  /** Newest last. */
  readonly list: () => Promise<Result<readonly JournalEntry[]>>
  /** Puts these entries in the place of those with the same id, or behind all others. */
  readonly save: (entries: readonly JournalEntry[]) => Promise<Result<void>>
  /** Runs `work` while no other instance of this program changes the machine; says so when one does. */
  readonly alone: <T>(work: () => Promise<Result<T>>) => Promise<Result<T>>
}

/** Written down, but a crash left it between the old state and the new one: by a fix, or by the undo of one. */
export const isUnfinished = ({ state }: JournalEntry): boolean => state === 'captured'

export const isInForce = ({ appliedAt, undoneAt, state }: JournalEntry): boolean =>
  appliedAt !== null && undoneAt === null && (state === undefined || state === 'verified')

/** `entries` in the place of those of the same set. */
export const withEntries = (
  journal: readonly JournalEntry[],
  entries: readonly JournalEntry[],
): readonly JournalEntry[] => {
  const ids = new Set(entries.map(({ id }) => id))
  const first = journal.findIndex(({ id }) => ids.has(id))
  if (first < 0) return [...journal, ...entries]
  const others = (part: readonly JournalEntry[]) => part.filter(({ id }) => !ids.has(id))
  return [...others(journal.slice(0, first)), ...entries, ...others(journal.slice(first))]
}
