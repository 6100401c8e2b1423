import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { countsForPort, parseFirewallRule } from './firewall-rules.ts'

const rdp =
  'v2.33|Action=Allow|Active=TRUE|Dir=In|Protocol=6|LPort=3389|App=%SystemRoot%\\system32\\svchost.exe|Svc=termservice|Name=@FirewallAPI.dll,-28775|EmbedCtxt=@FirewallAPI.dll,-28752|'
const counts = (text: string, port = 3389) => {
  const rule = parseFirewallRule(text)
  assert.ok(rule !== null)
  return countsForPort(rule, port)
}
const rule = (...parts: string[]) => `v2.10|Action=Allow|Active=TRUE|Dir=In|${parts.map((part) => `${part}|`).join('')}`

describe('firewall rules', () => {
  test('the built-in rule', () => {
    assert.deepEqual(parseFirewallRule(rdp), {
      action: 'allow',
      active: true,
      dir: 'in',
      protocol: 6,
      ports: [{ from: 3389, to: 3389 }],
      app: '%SystemRoot%\\system32\\svchost.exe',
      service: 'termservice',
      remoteAddresses: [],
      profiles: [],
    })
    assert.ok(counts(rdp))
  })
  test('repeated values, ranges, limits and profiles', () => {
    const parsed = parseFirewallRule(
      rule(
        'Protocol=6',
        'Profile=Domain',
        'Profile=Private',
        'LPort=80',
        'LPort=3380-3400',
        'LPort2_10=5000-5010',
        'LPort2_20=RPC',
        'RA4=192.0.2.0/255.255.255.0',
        'RA42=LocalSubnet',
        'RA6=2001:db8::/32',
        'RA62=x',
        'RPort=1',
      ),
    )
    assert.deepEqual(parsed?.ports, [
      { from: 80, to: 80 },
      { from: 3380, to: 3400 },
      { from: 5000, to: 5010 },
    ])
    assert.deepEqual(parsed?.remoteAddresses, ['192.0.2.0/255.255.255.0', 'LocalSubnet', '2001:db8::/32', 'x'])
    assert.deepEqual(parsed?.profiles, ['Domain', 'Private'])
  })
  const yes: readonly (readonly [string, string])[] = [
    ['no port', rule('Protocol=6')],
    ['no protocol', rule('LPort=3389')],
    ['any protocol as a number', rule('Protocol=256', 'LPort=3389')],
    ['a range', rule('Protocol=6', 'LPort2_10=3380-3400')],
    ['a repeated port', rule('Protocol=6', 'LPort=80', 'LPort=3389')],
    ['App=System', rule('LPort=3389', 'App=System')],
    ['a full path', rule('App=C:\\WINDOWS\\System32\\SvcHost.EXE')],
    ['any service', rule('Svc=*')],
    [
      'another letter case',
      rdp
        .replace('Action=Allow', 'action=ALLOW')
        .replace('Active=TRUE', 'ACTIVE=true')
        .replace('Dir=In', 'dir=IN')
        .replace('termservice', 'TermService'),
    ],
  ]
  for (const [name, text] of yes) test(`counts: ${name}`, () => assert.ok(counts(text)))
  const no: readonly (readonly [string, string])[] = [
    ['inactive', rdp.replace('TRUE', 'FALSE')],
    ['outbound', rdp.replace('Dir=In', 'Dir=Out')],
    ['UDP', rdp.replace('Protocol=6', 'Protocol=17')],
    ['another port', rdp.replace('3389', '3390')],
    ['a range beside it', rule('LPort2_10=3390-3400')],
    ['ports by a word', rule('Protocol=6', 'LPort=RPC')],
    ['another program', rule('App=C:\\Program Files\\contoso.exe')],
    ['a program that only ends alike', rule('App=C:\\my-svchost.exe')],
    ['another service', rule('Svc=LanmanServer')],
    ['no active flag', 'v2.33|Action=Allow|Dir=In|'],
  ]
  for (const [name, text] of no) test(`does not count: ${name}`, () => assert.ok(!counts(text)))
  test('a block rule counts like an allow rule', () => {
    assert.equal(parseFirewallRule(rdp.replace('Allow', 'Block'))?.action, 'block')
    assert.ok(counts(rdp.replace('Allow', 'Block')))
  })
  test('another port is another question', () => assert.ok(counts(rdp.replace('3389', '13389'), 13389)))
  for (const text of ['', 'hello', 'v2.33|', 'Action=Allow|Active=TRUE|Dir=In|', '1'])
    test(`${JSON.stringify(text)} is no rule`, () => assert.equal(parseFirewallRule(text), null))
})
