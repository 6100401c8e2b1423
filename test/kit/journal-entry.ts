import { keys } from '../../src/core/facts/keys.ts'
import type { JournalEntry } from '../../src/core/recording/recording.ts'

type Change = JournalEntry['changes'][number]

/** What the registry change of `journalEntry` says of itself. */
export const enableSpec = { key: keys.pku2u, name: 'AllowOnlineID', value: ['REG_DWORD', 1] }

/** What the journal keeps when AllowOnlineID became 1; `more` and `change` replace parts of it. */
export const journalEntry = (more: Partial<JournalEntry> = {}, change: Partial<Change> = {}): JournalEntry => ({
  id: 'aa-1',
  fix: 'pku2u.enable',
  appliedAt: '2026-11-20T08:40:00Z',
  undoneAt: null,
  restart: 'required',
  changes: [
    {
      kind: 'registry-value',
      spec: enableSpec,
      before: { missingKeys: [], value: ['REG_DWORD', 0] },
      ...change,
    },
  ],
  state: 'verified',
  ...more,
})

/** The same, ended on the way: before the value was written, or before that was noted. */
export const interruptedEntry = (more: Partial<JournalEntry> = {}): JournalEntry =>
  journalEntry({ appliedAt: null, state: 'captured', ...more })
