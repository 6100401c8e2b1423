import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readKlistCloudDebug } from './klist-cloud-debug.ts'

const lines = [
  '',
  'Current LogonId is 0:0x2c41a7',
  'Cloud Kerberos Debug info:',
  'Cloud Kerberos enabled by policy: 0',
  'AS_REP callback received: 1',
  'Cloud Referral TGT present in cache: 0',
  'Password-derived Keys Present: 0',
  'AS_REP Credential Type: 2',
  'Something New: 7',
  'Cloud Primary (Hybrid logon) TGT available: 1',
]
const read = (text: string) => {
  const found = readKlistCloudDebug(text)
  assert.ok(found.ok, found.ok ? '' : found.fault.message)
  return found.value
}

describe('klist cloud_debug', () => {
  for (const end of ['\r\n', '\n', '<br/>\n', '\n> '])
    test(`lines that end with ${JSON.stringify(end)}`, () => {
      assert.deepEqual(read(lines.join(end)), {
        lines: {
          'Cloud Kerberos enabled by policy': 0,
          'AS_REP callback received': 1,
          'Cloud Referral TGT present in cache': 0,
          'Password-derived Keys Present': 0,
          'AS_REP Credential Type': 2,
          'Something New': 7,
          'Cloud Primary (Hybrid logon) TGT available': 1,
        },
        cloudPrimaryTgt: 'yes',
        cloudReferralTgt: 'no',
        policyEnabled: 'no',
      })
    })
  const ready = 'Cloud Primary (Hybrid logon) TGT available: 1'
  for (const [what, text] of Object.entries({
    'markdown fences': `\`\`\`\n${lines.join('\n')}\n\`\`\``,
    'bold lines': lines.map((line) => (line === '' ? line : `**${line}**`)).join('\n'),
    'blanks before the colon': lines.join('\n').replaceAll(':', ' :'),
    'other letter case': lines.join('\n').toUpperCase(),
    'indented lines': lines.join('\n    '),
    'the deciding line alone': ready,
    'tickets before it': `Cached Tickets: (1)\n\n#0>\tClient: adele @ CORP.CONTOSO.COM\n\n${lines.join('\n')}`,
    'a prompt before and after it': `C:\\>klist cloud_debug\n${lines.join('\n')}\n\nC:\\>`,
    'an older build without the credential type': lines.filter((line) => !line.includes('Type')).join('\n'),
    'two answers, of which the first counts': `${lines.join('\n')}\n${lines.join('\n').replace(ready, ready.replace('1', '0'))}`,
  }))
    test(what, () => assert.equal(read(text).cloudPrimaryTgt, 'yes'))
  test('without its header, a label of a newer build still counts', () => {
    const whole = read(lines.join('\n'))
    for (const end of ['\n', '\r\n', '\n\n']) assert.deepEqual(read(lines.slice(3).join(end)), whole)
  })
  test('what was cut off is unknown', () => {
    const { cloudPrimaryTgt, policyEnabled } = read(lines.join('\n').slice(0, -1))
    assert.deepEqual([cloudPrimaryTgt, policyEnabled], ['unknown', 'no'])
  })
  test('another number is neither yes nor no', () => {
    assert.equal(read('Cloud Primary (Hybrid logon) TGT available: 3').cloudPrimaryTgt, 'unknown')
  })
  test('other text around it does not count', () => {
    assert.deepEqual(Object.keys(read(`Files copied: 3\n${lines.slice(2, 4).join('\n')}\nC:\\>dir\nFiles: 9`).lines), [
      'Cloud Kerberos enabled by policy',
    ])
  })
  test('numbers of tickets listed below do not count', () => {
    const ticket = '#0>\tClient: adele @ CORP.CONTOSO.COM\n\tSession Key Type: 18\n\tKdc Called: 12'
    const whole = lines.join('\n')
    for (const list of [`Cached Tickets: (1)\n\n${ticket}`, ticket])
      assert.deepEqual(read(`${whole}\n\n${list}`), read(whole))
  })
  test('nor do those of other tools', () => {
    const whole = lines.join('\n')
    for (const other of [
      'Flags: 80\nTrusted DC Name',
      'UserAccount : CN=x\nKeyVersion : 5',
      '+----+\nHTTP status : 400',
    ])
      assert.deepEqual(read(`${whole}\n\n${other}`), read(whole), other)
    assert.deepEqual(read(lines.join('\n\n')), read(whole))
  })
  for (const text of ['', 'Count: 3', 'Cached Tickets: (2)', 'Cloud Kerberos Debug info:'])
    test(`${JSON.stringify(text)} is unreadable`, () => assert.equal(readKlistCloudDebug(text).ok, false))
})
