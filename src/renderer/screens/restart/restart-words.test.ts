import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sampleFinding, sampleReport } from '../../store/sample-report.ts'
import { minutesUntil, stillWrong } from './restart-words.ts'

test('a time of day is the next one', () => {
  const now = new Date(2026, 10, 20, 17, 0, 0)
  assert.equal(minutesUntil('17:30', now), 30)
  assert.equal(minutesUntil('17:00', now), 24 * 60)
  assert.equal(minutesUntil('09:00', now), 16 * 60)
  for (const text of ['', '24:00', '9:00', '17:60', 'soon']) assert.equal(minutesUntil(text, now), null)
})

test('only a verdict of ready is proof; everything else says what is wrong', () => {
  assert.deepEqual(stillWrong(sampleReport()), [])
  const verdict = { state: 'managed', headline: 'A policy blocks it.', next: [] } as const
  const findings = [sampleFinding({ id: 'a.b', status: 'fail' }), sampleFinding({ id: 'c.d', status: 'warn' })]
  assert.deepEqual(stillWrong(sampleReport({ verdict, findings })), ['A policy blocks it.', 'Title: Detail.'])
})
