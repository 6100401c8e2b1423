import assert from 'node:assert/strict'
import { test } from 'node:test'
import { defaultIntent } from '../../../shared/intent.ts'
import type { Report } from '../../../shared/report.ts'
import { sampleFinding, sampleReport } from '../../store/sample-report.ts'
import { isInTheWay, minutesIn, minutesUntil, proofOf, restartReason, whenWords } from './restart-words.ts'

test('a time of day is the next one', () => {
  const now = new Date(2026, 10, 20, 17, 0, 0)
  assert.equal(minutesUntil('17:30', now), 30)
  assert.equal(minutesUntil('17:00', now), 24 * 60)
  assert.equal(minutesUntil('09:00', now), 16 * 60)
  for (const text of ['', '24:00', '9:00', '17:60', 'soon']) assert.equal(minutesUntil(text, now), null)
})

test('minutes are whole, at least one, and no more than a week', () => {
  for (const [text, minutes] of [
    ['1', 1],
    ['90', 90],
    ['10080', 10_080],
    ['10081', null],
    ['0', null],
    ['', null],
    ['-5', null],
    ['1.5', null],
    ['1e3', null],
  ] as const)
    assert.equal(minutesIn(text), minutes, text)
  assert.deepEqual(
    [1, 90, null].map((minutes) => whenWords('soon', minutes)),
    ['In 1 minute', 'In 90 minutes', 'In some minutes'],
  )
})

test('a restart is wanted for a change made here, else for Windows itself, else not at all', () => {
  const waiting = sampleReport({ findings: [sampleFinding({ id: 'restart.pending', status: 'warn' })] })
  assert.match(restartReason(waiting, true)?.lead ?? '', /^PKU2U was changed/)
  assert.match(restartReason(waiting, false)?.lead ?? '', /^Windows itself/)
  assert.match(restartReason(waiting, false)?.message ?? '', /finish what Windows began/)
  const calm = sampleReport({ findings: [sampleFinding({ id: 'restart.pending', status: 'pass' })] })
  assert.equal(restartReason(calm, false), null)
})

const bootedAt = '2026-11-20T10:42:00Z'
const before = '2026-11-20T10:30:00Z'
const restarted = { due: false, bootedAt, changedAt: before }
const reported = (part: Partial<Report> = {}, restart: Report['facts']['restart'] = restarted): Report => {
  const report = sampleReport(part)
  return { ...report, facts: { ...report.facts, ...part.facts, restart } }
}

test('proven: Windows started after the change, the value is on, and this end is ready', () => {
  assert.deepEqual(proofOf(reported()), { kind: 'proven', at: bootedAt })
  assert.deepEqual(proofOf(reported({}, { ...restarted, changedAt: null })), { kind: 'proven', at: bootedAt })
})

test('what is not ready after the restart is said in the words of the findings', () => {
  const verdict = { state: 'managed', headline: 'A policy blocks it.', next: [] } as const
  const findings = [sampleFinding({ id: 'a.b', status: 'fail' }), sampleFinding({ id: 'c.d', status: 'warn' })]
  assert.deepEqual(proofOf(reported({ verdict, findings })), {
    kind: 'not-ready',
    at: bootedAt,
    wrong: ['A policy blocks it.', 'Title: Detail.'],
  })
})

test('a value that is not on is no proof, whatever the verdict', () => {
  const { facts } = sampleReport()
  const off = { ...facts, pku2u: { ...facts.pku2u, value: null, state: 'not-set' as const } }
  const setting = sampleFinding({ id: 'pku2u.setting', status: 'warn', detail: 'Nobody decided.' })
  assert.deepEqual(proofOf(reported({ facts: off, findings: [setting] })), {
    kind: 'not-ready',
    at: bootedAt,
    wrong: ['Nobody decided.'],
  })
  const intent = { ...defaultIntent, path: 'web' } as const
  assert.equal(proofOf(reported({ facts: off, findings: [setting], intent })).kind, 'proven')
})

for (const [what, restart] of [
  ['a start before the change', { due: true, bootedAt, changedAt: '2026-11-20T10:50:00Z' }],
  ['a start before the change, though nothing waits', { due: false, bootedAt, changedAt: '2026-11-20T10:50:00Z' }],
  ['a start that Windows does not name', { due: false, bootedAt: null, changedAt: before }],
] as const)
  test(`${what} proves nothing`, () => assert.equal(proofOf(reported({}, restart)).kind, 'not-restarted'))

test('a restart that somebody else scheduled can be cancelled; one with a countdown has its own button', () => {
  const other = { code: 'conflict', message: 'A restart is scheduled already. Cancel it first.' } as const
  assert.equal(isInTheWay(other, null), true)
  assert.equal(isInTheWay(other, '2026-11-20T09:30:00Z'), false)
  assert.equal(isInTheWay({ code: 'denied', message: 'No.' }, null), false)
})
