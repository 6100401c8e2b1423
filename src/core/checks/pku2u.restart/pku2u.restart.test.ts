import assert from 'node:assert/strict'
import { test } from 'node:test'
import { journalEntry } from '../../../../test/kit/journal-entry.ts'
import { reportOf, rowsOf, server } from '../../../../test/kit/judged.ts'
import type { JournalEntry } from '../../recording/recording.ts'

const beforeBoot = '2026-11-20T07:00:00Z'
const afterBoot = '2026-11-20T08:40:00Z'
const later = '2026-11-20T08:50:00Z'
const journal = (...entries: readonly JournalEntry[]) => ({ journal: entries })

rowsOf('pku2u.restart', [
  ['no change was made', {}, {}, 'not-applicable'],
  ['only changes that need no restart', journal(journalEntry({ restart: 'none' })), server, 'not-applicable'],
  ['changed before the start of Windows', journal(journalEntry({ appliedAt: beforeBoot })), server, 'pass'],
  ['changed after it, target', journal(journalEntry()), server, 'fail'],
  ['changed after it, client', journal(journalEntry({ restart: 'advised' })), {}, 'warn'],
  [
    'undone after it',
    { ...journal(journalEntry({ appliedAt: beforeBoot, undoneAt: afterBoot })), allowOnlineId: 0 },
    server,
    'fail',
  ],
  ['applied and undone after it', { ...journal(journalEntry({ undoneAt: later })), allowOnlineId: 0 }, server, 'pass'],
  [
    'again what it was: the value was absent',
    {
      ...journal(journalEntry({ undoneAt: later }, { before: { missingKeys: [], value: null } })),
      allowOnlineId: null,
    },
    server,
    'pass',
  ],
  [
    'Windows did not say when it started',
    { ...journal(journalEntry()), machine: { bootedAt: null } },
    server,
    'unknown',
  ],
])

test('restart.due speaks of the journal only', () => {
  assert.equal(reportOf(journal(journalEntry())).facts.restart.due, true)
  assert.equal(reportOf(journal(journalEntry({ appliedAt: beforeBoot }))).facts.restart.due, false)
  const pending = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Component Based Servicing\\RebootPending'
  assert.equal(reportOf({ registry: { [pending]: { values: {} } } }).facts.restart.due, false)
})
