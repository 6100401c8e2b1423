import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findingIn, machineThat } from '../../../../test/kit/judged.ts'
import { defaultIntent } from '../../../shared/intent.ts'
import type { Status } from '../../../shared/report.ts'
import { judgeRecording } from '../../engine/judge.ts'
import { dsregcmdText } from '../../simulated/texts.ts'

const fields = {
  Id: '21043',
  DomainDnsName: 'corp.contoso.com',
  KeyVersion: '48211',
  KeyUpdatedOn: '3/14/2026 9:23:43 PM',
  CloudDomainDnsName: 'corp.contoso.com',
  CloudId: '21043',
  CloudKeyVersion: '48211',
  CloudKeyUpdatedOn: '3/14/2026 9:23:43 PM',
}
const object = (changes: Partial<Record<keyof typeof fields, string>> = {}): string =>
  Object.entries({ ...fields, ...changes })
    .map(([name, value]) => `${name.padEnd(18)} : ${value}\r\n`)
    .join('')
const noCloud = { CloudDomainDnsName: '', CloudId: '', CloudKeyVersion: '', CloudKeyUpdatedOn: '' }
const fabrikam = { DomainDnsName: 'fabrikam.com', CloudDomainDnsName: 'fabrikam.com', Id: '7', CloudId: '7' }
const dsregcmd = dsregcmdText({
  state: 'hybrid-joined',
  deviceName: 'PC-0701',
  deviceId: '0a0a0a0a-1b1b-4c2c-8d3d-4e4e4e4e4e4e',
  thumbprint: 'A1B2C3D4E5F60718293A4B5C6D7E8F9001122334',
  executing: null,
  prt: true,
  onPremTgt: true,
  accounts: [],
})

const rows: readonly (readonly [string, string | null, Status, RegExp])[] = [
  [
    'both halves agree, and the key is old',
    object(),
    'pass',
    /agree\. The key was rotated 251 days ago\. That is too long: .* 180 days\. .*-RotateServerKey.* other krbtgt keys\.$/,
  ],
  [
    'both halves agree, and the key is young',
    object({ KeyUpdatedOn: '11/10/2026 9:23 PM', CloudKeyUpdatedOn: '11/10/2026 9:23 PM' }),
    'pass',
    /rotated 10 or 40 days ago\. Rotate it on the schedule of your other krbtgt keys\.$/,
  ],
  [
    'a date that may be old or young is not called old',
    object({ KeyUpdatedOn: '02/10/2026', CloudKeyUpdatedOn: '02/10/2026' }),
    'pass',
    /rotated 49 or 283 days ago\. Rotate it on the schedule/,
  ],
  [
    'a date that may mean two days',
    object({ KeyUpdatedOn: '03/04/2026', CloudKeyUpdatedOn: '03/04/2026' }),
    'pass',
    /rotated 231 or 261 days ago/,
  ],
  ['a date in no known form', object({ KeyUpdatedOn: 'März', CloudKeyUpdatedOn: 'März' }), 'pass', /agree\.$/],
  ['two domains', `${object()}\r\n${object(fabrikam)}`, 'pass', /in each domain\. corp\..* fabrikam\.com: /],
  ['another key version', object({ CloudKeyVersion: '61877' }), 'fail', /version differs: .*-RotateServerKey/],
  ['another id', object({ CloudId: '1' }), 'fail', /id differs: .*Remove-AzureADKerberosServer/],
  ['another domain name', object({ CloudDomainDnsName: 'fabrikam.com' }), 'fail', /name differs: .*Remove-/],
  ['no cloud half', object(noCloud), 'fail', /cloud half .* is missing: .*Set-AzureADKerberosServer .* publishes/],
  [
    'one of two domains is out of step',
    `${object()}\r\n${object({ ...fabrikam, CloudKeyVersion: '1' })}`,
    'fail',
    /^fabrikam\.com: The key version differs/,
  ],
  ['cut off on this side', object().replace(/KeyVersion .*\r\n/, ''), 'unknown', /does not say enough\. The on-prem/],
  ['something else', 'hello', 'unknown', /not the output of Get-AzureADKerberosServer/],
  ['another tool', dsregcmd, 'unknown', /^This looks like the output of dsregcmd \/status, not like/],
  ['nobody pasted it', null, 'not-applicable', /Nobody added/],
]

for (const [what, pasted, status, said] of rows)
  test(`security-key.kerberos-server ${status}: ${what}`, () => {
    const machine = { ...machineThat(), inputs: pasted === null ? {} : { 'kerberos-server.txt': pasted } }
    const report = judgeRecording(machine, {
      intent: { ...defaultIntent, track: 'security-key' },
      now: machine.machine.recordedAt,
      source: 'recording',
    })
    const finding = findingIn(report, 'security-key.kerberos-server')
    assert.equal(finding.status, status, finding.detail)
    assert.match(finding.detail, said)
    assert.ok(status === 'not-applicable' || finding.evidence.length > 0)
  })
