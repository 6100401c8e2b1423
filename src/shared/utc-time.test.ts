import assert from 'node:assert/strict'
import { test } from 'node:test'
import { utcTimeOf } from './utc-time.ts'

test('a time is the same moment on every PC, and what is none is refused', () => {
  for (const [text, utc] of [
    ['2026-11-20T09:15:00Z', '2026-11-20T09:15:00Z'],
    ['2026-11-20T09:15:00.250Z', '2026-11-20T09:15:00.250Z'],
    ['2026-11-20T10:15:00+01:00', '2026-11-20T09:15:00.000Z'],
    ['2026-11-20T09:15:00.1234567Z', '2026-11-20T09:15:00.123Z'],
    ['2026-11-20T09:15:00', '2026-11-20T09:15:00.000Z'],
    ['2026-11-20 09:15', '2026-11-20T09:15:00.000Z'],
    ['2026-11-20', '2026-11-20T00:00:00.000Z'],
    ['2026-02-30T09:15:00Z', null],
    ['2026-11-20T25:15:00Z', null],
    ['1', null],
    ['', null],
  ] as const)
    assert.equal(utcTimeOf(text), utc, text)
})
