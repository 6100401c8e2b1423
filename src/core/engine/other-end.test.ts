import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { machineThat, reportOf, server } from '../../../test/kit/judged.ts'
import { randomEnd } from '../../../test/kit/random-end.ts'
import { defaultIntent, type Intent } from '../../shared/intent.ts'
import type { Report } from '../../shared/report.ts'
import { caseCodeOf } from '../case-code/case-code.ts'
import { endOfReport } from '../pair/end-state.ts'
import { openCaseKey } from '../redaction/case-key.ts'
import { createRedactor } from '../redaction/redactor.ts'
import { judgeRecording } from './judge.ts'
import { otherEndInputs } from './other-end.ts'

const adele = { account: 'adele@contoso.com' } as const
const serverStory = { hostName: 'SRV-RDS01', state: 'hybrid-joined', server: true, remoteDesktopOn: true } as const
const serverCode = caseCodeOf(endOfReport(reportOf(serverStory, { ...server, ...adele })))
const clientCode = caseCodeOf(endOfReport(reportOf({}, adele)))

const judged = (code: string, intent: Partial<Intent>, machine = machineThat()): Report =>
  judgeRecording(
    { ...machine, inputs: { 'other-end.txt': code } },
    { intent: { ...defaultIntent, ...intent }, now: machine.machine.recordedAt, source: 'recording' },
  )

describe('the case code of the other end', () => {
  test('adds both ends to the report and changes nothing else in it', () => {
    const { otherEnd, ...rest } = judged(serverCode, adele)
    assert.deepEqual(rest, reportOf({}, adele))
    assert.equal(otherEnd?.createdAt, '2026-11-20T09:15:00Z')
    assert.equal(otherEnd.pair.client.state, rest.verdict.state)
  })

  test('a server stands where a server stands', () => {
    const { otherEnd } = judged(clientCode, { ...server, ...adele }, machineThat({ ...serverStory, allowOnlineId: 0 }))
    assert.equal(otherEnd?.pair.verdict.state, 'fix-server')
    assert.equal(otherEnd.pair.server.state, 'fixable')
    assert.equal(otherEnd.pair.client.state, 'ready')
  })

  test('a code that cannot be read is a gap, and no verdict on both', () => {
    const { otherEnd, coverage, verdict } = judged(`X${serverCode}`, adele)
    assert.equal(otherEnd, undefined)
    assert.deepEqual(coverage.gaps.at(-1), {
      probe: 'other-end.txt',
      label: 'Case code of the other end',
      outcome: 'unreadable',
    })
    assert.equal(verdict.state, reportOf({}, adele).verdict.state)
  })

  test('is kept as the program writes it, however it was typed', () => {
    const kept = { ok: true, value: { 'other-end.txt': `${serverCode}\n` } }
    assert.deepEqual(otherEndInputs(`code:${serverCode}`), kept)
    assert.deepEqual(otherEndInputs(serverCode.toLowerCase().replaceAll('-', ' ')), kept)
    assert.equal(otherEndInputs(serverCode.slice(0, -1)).ok, false)
  })
})

test('redaction leaves codes as they are, and the gate lets them pass', async () => {
  const machine = machineThat()
  const key = await openCaseKey('a case of contoso')
  const { redactText, spansIn } = createRedactor({ key, machine, intent: { ...defaultIntent, ...adele } })
  // Taken for base64, the eighth to the tenth group of this one read like an address.
  const lookalike = '2E0A8-AG00Z-08G0K-00003-0FG09-00005-00006-00007-5CVSR-QC50T-0000A-0000B-0000C-1GHQB\n'
  assert.equal(redactText('recording/inputs/other-end.txt', lookalike), lookalike)
  fc.assert(
    fc.property(randomEnd, (end) => {
      const text = `${caseCodeOf(end)}\n`
      assert.equal(redactText('recording/inputs/other-end.txt', text), text)
      assert.deepEqual(spansIn(text), [])
    }),
    { numRuns: 2000 },
  )
})
