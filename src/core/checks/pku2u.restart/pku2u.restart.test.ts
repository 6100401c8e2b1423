import assert from 'node:assert/strict'
import { test } from 'node:test'
import { reportOf, rowsOf, server } from '../../../../test/kit/judged.ts'
import type { JournalEntry } from '../../recording/recording.ts'

const beforeBoot = '2026-11-20T07:00:00Z'
const afterBoot = '2026-11-20T08:40:00Z'
const later = '2026-11-20T08:50:00Z'
const entry = (more: Partial<JournalEntry>, before: unknown = ['REG_DWORD', 0]): JournalEntry => ({
  id: '1',
  fix: 'pku2u.enable',
  appliedAt: afterBoot,
  undoneAt: null,
  restart: 'required',
  changes: [
    {
      kind: 'registry-value',
      spec: {
        key: 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Lsa\\pku2u',
        name: 'AllowOnlineID',
        value: ['REG_DWORD', 1],
      },
      before: { missingKeys: [], value: before },
    },
  ],
  ...more,
})
const journal = (...entries: readonly JournalEntry[]) => ({ journal: entries })

rowsOf('pku2u.restart', [
  ['no change was made', {}, {}, 'not-applicable'],
  ['only changes that need no restart', journal(entry({ restart: 'none' })), server, 'not-applicable'],
  ['changed before the start of Windows', journal(entry({ appliedAt: beforeBoot })), server, 'pass'],
  ['changed after it, target', journal(entry({})), server, 'fail'],
  ['changed after it, client', journal(entry({ restart: 'advised' })), {}, 'warn'],
  [
    'undone after it',
    { ...journal(entry({ appliedAt: beforeBoot, undoneAt: afterBoot })), allowOnlineId: 0 },
    server,
    'fail',
  ],
  ['applied and undone after it', { ...journal(entry({ undoneAt: later })), allowOnlineId: 0 }, server, 'pass'],
  [
    'again what it was: the value was absent',
    { ...journal(entry({ undoneAt: later }, null)), allowOnlineId: null },
    server,
    'pass',
  ],
  ['Windows did not say when it started', { ...journal(entry({})), machine: { bootedAt: null } }, server, 'unknown'],
])

test('restart.due speaks of the journal only', () => {
  assert.equal(reportOf(journal(entry({}))).facts.restart.due, true)
  assert.equal(reportOf(journal(entry({ appliedAt: beforeBoot }))).facts.restart.due, false)
  const pending = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Component Based Servicing\\RebootPending'
  assert.equal(reportOf({ registry: { [pending]: { values: {} } } }).facts.restart.due, false)
})
