import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { JudgedBundle, TriageRow } from '../../../shared/triage.ts'
import { type columns, nextSorting, sortedPlaces } from './triage-sort.ts'

const row = (file: string, part: Partial<JudgedBundle>): TriageRow => ({
  file,
  verdict: 'ready',
  causes: [],
  role: 'client',
  recordedAt: '2026-11-20T09:15:00Z',
  ...part,
})
const rows: readonly TriageRow[] = [
  row('a', {}),
  row('b', { verdict: 'fixable', causes: ['rdp.enabled'], role: 'server' }),
  { file: 'c', fault: { code: 'unreadable', message: 'c cannot be used.' } },
  row('d', { verdict: 'fixable', causes: ['pku2u.setting'], recordedAt: '2026-11-19T09:15:00Z' }),
  row('e', { verdict: 'action', causes: ['join.state'] }),
]
const names = (column: (typeof columns)[number], descending = false) =>
  sortedPlaces(rows, { column, descending })
    .map((place) => rows[place]?.file)
    .join('')

test('by verdict, most pressing first, then by cause', () => {
  assert.equal(names('verdict'), 'edbca')
  assert.equal(names('verdict', true), 'acbde')
})

test('by every other column, equal rows in the order they came', () => {
  assert.equal(names('file', true), 'edcba')
  assert.equal(names('causes'), 'acedb')
  assert.equal(names('role'), 'ceda' + 'b')
  assert.equal(names('recorded'), 'cdabe')
})

test('the same column again turns the order round', () => {
  const once = nextSorting({ column: 'verdict', descending: false }, 'file')
  assert.deepEqual(once, { column: 'file', descending: false })
  assert.deepEqual(nextSorting(once, 'file'), { column: 'file', descending: true })
  assert.deepEqual(nextSorting(nextSorting(once, 'file'), 'file'), once)
})
