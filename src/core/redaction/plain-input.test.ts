import assert from 'node:assert/strict'
import { test } from 'node:test'
import { machineThat } from '../../../test/kit/judged.ts'
import { defaultIntent } from '../../shared/intent.ts'
import { longestNote } from '../../shared/security-key/test-run.ts'
import { judgeRecording } from '../engine/judge.ts'
import { openCaseKey } from './case-key.ts'
import { createRedactor } from './redactor.ts'

const key = await openCaseKey('a case of contoso')
const intent = { ...defaultIntent, track: 'security-key' as const }

const table = (cloudVersion: string) =>
  [
    '   Id DomainDnsName    KeyVersion KeyUpdatedOn        CloudId CloudDomainDnsName CloudKeyVersion CloudKeyUpdatedOn',
    '   -- -------------    ---------- ------------        ------- ------------------ --------------- -----------------',
    '21043 corp.contoso.com      48211 14.03.2026 21:23:43   21043 corp.contoso.com             48211 14.03.2026 21:23:43',
    `    7 fabrikam.com          48211 14.03.2026 21:23:43       7 fabrikam.com     ${cloudVersion.padStart(17)} 14.03.2026 21:23:43`,
    '',
  ].join('\r\n')
const wrapped = [
  'Id                 : 21043',
  'DomainDnsName      : corp.con',
  '                     toso.com',
  'KeyVersion         : 48211',
  'KeyUpdatedOn       : 14.03.2026 21:23:43',
  'CloudId            : 21043',
  'CloudDomainDnsName : corp.contoso.com',
  'CloudKeyVersion    : 48211',
  'CloudKeyUpdatedOn  : 14.03.2026 21:23:43',
  '',
].join('\r\n')
const note = 'PC-0417 '.repeat(Math.floor(longestNote / 8))
const run = JSON.stringify({
  format: 'pku2u-doctor/test-run@1',
  answers: [{ id: 'unlock', answer: 'failed', note }],
})

for (const [what, text, status] of [
  ['a table in step', table('48211'), 'pass'],
  ['a table out of step', table('1'), 'fail'],
  ['a list with a name in two lines', wrapped, 'pass'],
] as const)
  test(`${what} says the same without names, and no name is left`, () => {
    const machine = {
      ...machineThat({ state: 'hybrid-joined', securityKeys: true }),
      inputs: { 'kerberos-server.txt': text, 'test-run.json': run },
    }
    const redacted = createRedactor({ key, machine, intent }).redactMachine(machine)
    for (const each of [machine, redacted]) {
      const report = judgeRecording(each, { intent, now: machine.machine.recordedAt, source: 'recording' })
      const finding = report.findings.find(({ id }) => id === 'security-key.kerberos-server')
      assert.equal(finding?.status, status, finding?.detail)
      assert.equal(report.testRun?.[0]?.answer, 'failed')
    }
    assert.doesNotMatch(Object.values(redacted.inputs).join('\n'), /contoso|fabrikam|toso\.com|PC-0417/i)
  })
