import type { PastChange } from '../../shared/change-plan.ts'
import { placeWords, stateWords } from '../../shared/change-words.ts'
import { changeFromJournal } from '../changes/kinds.ts'
import { fixNamed } from '../fixes/registry.ts'
import type { JournalEntry } from '../recording/recording.ts'
import { isInForce, isUnfinished } from './journal.ts'

const stateOf = (entries: readonly JournalEntry[]): PastChange['state'] => {
  if (entries.some(isUnfinished)) return 'unfinished'
  if (entries.some(isInForce)) return 'in-force'
  return entries.some(({ undoneAt }) => undoneAt !== null) ? 'undone' : 'rolled-back'
}

const setOf = (id: string, entries: readonly JournalEntry[]): PastChange => ({
  id,
  titles: entries.map(({ fix }) => fixNamed(fix)?.title ?? fix),
  state: stateOf(entries),
  appliedAt: entries.find(({ appliedAt }) => appliedAt !== null)?.appliedAt ?? null,
  undoneAt: entries.find(({ undoneAt }) => undoneAt !== null)?.undoneAt ?? null,
  restart: entries.find(({ restart }) => restart !== 'none')?.restart ?? 'none',
  by: entries.find(({ by }) => typeof by === 'string')?.by ?? null,
  changes: entries
    .flatMap(({ changes }) => changes)
    .map((change) => {
      const known = changeFromJournal(change.kind, change.spec)
      const after = known === null ? 'Not known to this version' : stateWords(change, known.after)
      return { ...placeWords(change), before: stateWords(change, change.before), after }
    }),
})

/** The journal as a person reads it: what was interrupted first, then the newest. */
export const pastChanges = (journal: readonly JournalEntry[]): readonly PastChange[] => {
  const ids = [...new Set(journal.map(({ id }) => id))].reverse()
  const sets = ids.map((id) =>
    setOf(
      id,
      journal.filter((entry) => entry.id === id),
    ),
  )
  const isFirst = ({ state }: PastChange) => state === 'unfinished'
  return [...sets.filter(isFirst), ...sets.filter((set) => !isFirst(set))]
}
