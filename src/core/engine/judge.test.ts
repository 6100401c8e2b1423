import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findingIn, machineThat, refused, reportOf } from '../../../test/kit/judged.ts'
import { defaultIntent } from '../../shared/intent.ts'
import { keys } from '../facts/keys.ts'
import { openRecording } from '../recording/open-recording.ts'
import { defineCheck } from './define-check.ts'
import { judgeRecordingWith } from './judge.ts'
import { defineProbe } from './probe.ts'

test('equal input gives an equal report, byte for byte', () => {
  assert.equal(JSON.stringify(reportOf({})), JSON.stringify(reportOf({})))
})

test('a probe that throws makes its own check unknown and leaves the others alone', () => {
  const about = {
    title: 'T',
    why: 'W',
    roles: ['client'],
    tracks: ['rdp'],
    links: [{ title: 'L', url: 'https://example.com' }],
  } as const
  const broken = defineProbe<string>({
    id: 'broken',
    read: () => {
      throw new Error('surprise')
    },
  })
  const judge = () => ({ status: 'pass', detail: 'fine', evidence: [{ source: 's', where: 'w', what: 'x' }] }) as const
  const bad = defineCheck({ ...about, id: 'test.bad', needs: { broken }, judge })
  const good = defineCheck({ ...about, id: 'test.good', needs: {}, judge })
  const { findings } = judgeRecordingWith([bad, good], openRecording(machineThat()), defaultIntent, new Date())
  assert.deepEqual(
    findings.map(({ status }) => status),
    ['unknown', 'pass'],
  )
  assert.match(findings[0]?.evidence[0]?.what ?? '', /surprise/)
})

test('a probe is read once, however many checks ask', () => {
  let reads = 0
  const counted = defineProbe({
    id: 'counted',
    read: () => {
      reads++
      return { ok: true, value: reads }
    },
  })
  const check = defineCheck({
    id: 'test.counted',
    title: 'T',
    why: 'W',
    roles: ['client'],
    tracks: ['rdp'],
    links: [{ title: 'L', url: 'https://example.com' }],
    needs: { counted },
    judge: ({ counted: value }) => ({
      status: 'pass',
      detail: String(value),
      evidence: [{ source: 's', where: 'w', what: 'x' }],
    }),
  })
  judgeRecordingWith([check, check], openRecording(machineThat()), defaultIntent, new Date())
  assert.equal(reads, 1)
})

test('on the security key track everything about Remote Desktop does not apply', () => {
  for (const { id, status } of reportOf({}, { track: 'security-key' }).findings)
    if (/^(?:pku2u|account|rdp|certificate)\./.test(id)) assert.equal(status, 'not-applicable', id)
})

test('a finding that says something brings evidence', () => {
  for (const different of [{}, { state: 'workgroup' }, { outcomes: { 'dsregcmd-status': 'denied' } }] as const)
    for (const role of ['client', 'server'] as const)
      for (const { id, status, evidence } of reportOf(different, { role }).findings)
        if (status !== 'not-applicable') assert.ok(evidence.length > 0, id)
})

test('coverage names what was not answered, and how', () => {
  const { coverage } = reportOf({
    outcomes: { 'dsregcmd-status': 'timeout' },
    registry: { [keys.pku2u]: refused },
    commands: { 'policy-result': 'garbage' },
  })
  const gap = (probe: string) => coverage.gaps.find((each) => each.probe === probe)?.outcome
  assert.equal(gap('dsregcmd-status'), 'timeout')
  assert.equal(gap('policy-result'), 'unreadable')
  assert.equal(gap(`registry:${keys.pku2u}`), 'denied')
  assert.equal(coverage.asked - coverage.answered, coverage.gaps.length)
})

test('a healthy machine has one gap: Windows shows policies to administrators only', () => {
  assert.deepEqual(reportOf({}).coverage.gaps, [
    { probe: 'policy-result', label: 'Policies that apply (PowerShell)', outcome: 'denied' },
  ])
  assert.deepEqual(reportOf({ user: { elevated: true } }).coverage.gaps, [])
})

test('dates are judged against the given moment', () => {
  assert.equal(findingIn(reportOf({}), 'certificate.p2p-device').status, 'pass')
  assert.equal(
    findingIn(reportOf({ machine: { recordedAt: '2027-01-01T00:00:00Z' } }), 'certificate.p2p-device').status,
    'warn',
  )
})

test('every finding says why it matters', () => {
  for (const { id, why } of reportOf({}).findings) assert.ok(why.length > 20, id)
})
