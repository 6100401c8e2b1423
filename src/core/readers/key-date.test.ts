import assert from 'node:assert/strict'
import { test } from 'node:test'
import { daysSince } from './key-date.ts'

const now = new Date('2026-11-20T09:15:00Z')
const known = { fewest: 251, most: 251 }

for (const [text, expected] of [
  ['3/14/2026 9:23:43 PM', known],
  ['14/03/2026 21:23:43', known],
  ['14-03-2026 21:23', known],
  ['14.03.2026 21:23:43', known],
  ['14. 3. 2026 21:23:43', known],
  ['2026-03-14T21:23:43Z', known],
  ['2026/03/14 21:23:43', known],
  ['2026. 03. 14. 21:23:43', known],
  ['2026年3月14日 21:23:43', known],
  ['03/04/2026', { fewest: 231, most: 261 }],
  ['03.04.2026', { fewest: 231, most: 231 }],
  ['12/10/2026 (only one of both has been)', { fewest: 39, most: 39 }],
  ['11/20/2026', { fewest: 0, most: 0 }],
  ['21.11.2026', { fewest: 0, most: 0 }],
  ['14/3/2569 21:23:43', null],
  ['2027-01-01', null],
  ['31.02.2026', null],
  ['14.03.26', null],
  ['Saturday, 14 March 2026', null],
  ['', null],
] as const)
  test(`${JSON.stringify(text)} is ${expected === null ? 'not known' : `${expected.fewest} to ${expected.most} days ago`}`, () =>
    assert.deepEqual(daysSince(text, now), expected))
