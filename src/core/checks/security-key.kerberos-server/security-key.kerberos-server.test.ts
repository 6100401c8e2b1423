import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findingIn, machineThat } from '../../../../test/kit/judged.ts'
import { defaultIntent } from '../../../shared/intent.ts'
import type { Status } from '../../../shared/report.ts'
import { judgeRecording } from '../../engine/judge.ts'

const object = (cloudVersion: string): string =>
  [
    'Id                 : 21043',
    'DomainDnsName      : corp.contoso.com',
    'KeyVersion         : 48211',
    'KeyUpdatedOn       : 3/14/2026 9:23:43 PM',
    'CloudDomainDnsName : corp.contoso.com',
    'CloudId            : 21043',
    `CloudKeyVersion    : ${cloudVersion}`,
    'CloudKeyUpdatedOn  : 3/14/2026 9:23:43 PM',
  ].join('\r\n')

const rows: readonly (readonly [string, string | null, Status])[] = [
  ['both halves agree', object('48211'), 'pass'],
  ['another key version', object('61877'), 'fail'],
  ['cut off on this side', object('48211').replace(/KeyVersion .*\r\n/, ''), 'unknown'],
  ['something else', 'hello', 'unknown'],
  ['nobody pasted it', null, 'not-applicable'],
]

for (const [what, pasted, status] of rows)
  test(`security-key.kerberos-server ${status}: ${what}`, () => {
    const machine = { ...machineThat(), inputs: pasted === null ? {} : { 'kerberos-server.txt': pasted } }
    const report = judgeRecording(machine, {
      intent: { ...defaultIntent, track: 'security-key' },
      now: machine.machine.recordedAt,
      source: 'recording',
    })
    const finding = findingIn(report, 'security-key.kerberos-server')
    assert.equal(finding.status, status, finding.detail)
    assert.ok(status === 'not-applicable' || finding.evidence.length > 0)
  })
