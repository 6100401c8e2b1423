import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stepsByHand } from '../renderer/screens/findings/fix-words.ts'
import { sampleFinding, sampleReport } from '../renderer/store/sample-report.ts'
import { fixAllIds, groupFindings } from './finding-groups.ts'

const grouped = (...findings: readonly Parameters<typeof sampleFinding>[0][]) =>
  Object.fromEntries(
    groupFindings(sampleReport({ findings: findings.map(sampleFinding) })).map((group) => [
      group.id,
      group.findings.map(({ id }) => id),
    ]),
  )

test('every finding is in exactly one group, problems before cautions', () => {
  assert.deepEqual(
    grouped(
      { id: 'a.warn', status: 'warn' },
      { id: 'a.fail', status: 'fail' },
      { id: 'b.warn', status: 'warn', fixes: ['rdp.require-nla'] },
      { id: 'b.fail', status: 'fail', fixes: ['rdp.enable'] },
      { id: 'c.unknown', status: 'unknown', fixes: ['rdp.enable'] },
      { id: 'd.pass', status: 'pass' },
      { id: 'e.none', status: 'not-applicable' },
    ),
    {
      'needs-you': ['a.fail', 'a.warn'],
      'one-change': ['b.fail', 'b.warn'],
      'not-read': ['c.unknown'],
      fine: ['d.pass'],
      'does-not-apply': ['e.none'],
    },
  )
})

test('while a policy holds PKU2U off, changing it here is no fix', () => {
  const groups = grouped(
    { id: 'pku2u.setting', status: 'fail', fixes: ['pku2u.enable'] },
    { id: 'pku2u.owner', status: 'fail' },
    { id: 'rdp.enabled', status: 'fail', fixes: ['rdp.enable'] },
  )
  assert.deepEqual(groups['needs-you'], ['pku2u.setting', 'pku2u.owner'])
  assert.deepEqual(groups['one-change'], ['rdp.enabled'])
})

test('a step by hand names the key from the evidence', () => {
  const finding = sampleFinding({
    id: 'pku2u.setting',
    status: 'fail',
    evidence: [{ source: 'registry', where: 'HKLM\\X', what: 'AllowOnlineID is 0' }],
    fixes: ['pku2u.enable', 'constructor.name'],
  })
  assert.deepEqual(stepsByHand(finding), [{ text: 'Set AllowOnlineID to 1 (REG_DWORD)', where: 'HKLM\\X' }])
})

test('one plan for all holds each fix once, and none for what is fine', () => {
  const findings = [
    sampleFinding({ id: 'a.one', status: 'fail', fixes: ['rdp.enable'] }),
    sampleFinding({ id: 'a.two', status: 'warn', fixes: ['rdp.enable', 'rdp.allow-firewall'] }),
    sampleFinding({ id: 'a.three', status: 'pass', fixes: ['rdp.require-nla'] }),
    sampleFinding({ id: 'a.four', status: 'fail' }),
  ]
  assert.deepEqual(fixAllIds(findings), ['rdp.enable', 'rdp.allow-firewall'])
})
