import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dword, findingIn, refused, reportOf, rowsOf, server, sz } from '../../../../test/kit/judged.ts'
import { keys } from '../../facts/keys.ts'

const rules = (...texts: readonly string[]) => ({
  registry: {
    [keys.firewallRules]: { values: Object.fromEntries(texts.map((text, index) => [`rule-${index}`, sz(text)])) },
  },
})
const allow = 'v2.33|Action=Allow|Active=TRUE|Dir=In|Protocol=6|LPort=3389|'
const block = allow.replace('Allow', 'Block')
const fix = ['rdp.allow-firewall']
const off = { values: { EnableFirewall: dword(0) } }
const allOff = { [keys.firewallDomain]: off, [keys.firewallPrivate]: off, [keys.firewallPublic]: off }
const onPort = (port: number) => ({ [keys.rdpTcp]: { values: { PortNumber: dword(port) } } })

rowsOf('rdp.firewall', [
  ['the built-in rule is active', { remoteDesktopOn: true }, server, 'pass'],
  ['the built-in rule is not active', {}, server, 'fail', fix],
  ['no rules at all', rules(), server, 'fail', fix],
  ['a rule for any port', rules('v2.33|Action=Allow|Active=TRUE|Dir=In|Protocol=6|App=System|'), server, 'pass'],
  ['a rule for any protocol', rules('v2.33|Action=Allow|Active=TRUE|Dir=In|'), server, 'pass'],
  ['a rule for UDP', rules(allow.replace('=6', '=17')), server, 'fail', fix],
  ['a rule for outbound', rules(allow.replace('Dir=In', 'Dir=Out')), server, 'fail', fix],
  ['a rule for another program', rules(`${allow}App=C:\\Program Files\\Contoso\\agent.exe|`), server, 'fail', fix],
  [
    'a rule for another service',
    rules(`${allow}App=%SystemRoot%\\system32\\svchost.exe|Svc=winrm|`),
    server,
    'fail',
    fix,
  ],
  ['a port range', rules(allow.replace('LPort=3389', 'LPort=3000-4000')), server, 'pass'],
  ['repeated ports', rules(allow.replace('LPort=3389', 'LPort=443|LPort=3389')), server, 'pass'],
  ['another port', rules(allow.replace('3389', '3390')), server, 'fail', fix],
  [
    'the listener moved and so did the rule',
    { registry: { ...rules(allow.replace('3389', '3390')).registry, ...onPort(3390) } },
    server,
    'pass',
  ],
  [
    'the listener moved, the rule did not',
    { registry: { ...rules(allow).registry, ...onPort(3390) } },
    server,
    'fail',
    fix,
  ],
  ['only from some addresses', rules(`${allow}RA4=192.0.2.0/255.255.255.0|`), server, 'warn'],
  ['one limited, one open', rules(`${allow}RA4=LocalSubnet|`, allow), server, 'pass'],
  ['a block wins', rules(allow, block), server, 'fail'],
  ['a block that is not active', rules(allow, block.replace('TRUE', 'FALSE')), server, 'pass'],
  ['a rule from policy', { registry: { [keys.firewallPolicyRules]: { values: { a: sz(allow) } } } }, server, 'pass'],
  [
    'a block from policy',
    { remoteDesktopOn: true, registry: { [keys.firewallPolicyRules]: { values: { a: sz(block) } } } },
    server,
    'fail',
  ],
  [
    'the firewall is off everywhere',
    { registry: { ...allOff, [keys.firewallRules]: { values: { a: sz(block) } } } },
    server,
    'warn',
  ],
  ['the firewall is off for one network', { registry: { [keys.firewallPublic]: off } }, server, 'fail', fix],
  ['the rules are refused', { registry: { [keys.firewallRules]: refused } }, server, 'unknown'],
  [
    'the policy rules are refused',
    { remoteDesktopOn: true, registry: { [keys.firewallPolicyRules]: refused } },
    server,
    'unknown',
  ],
  [
    'a block is seen, though the policy rules are refused',
    { registry: { ...rules(allow, block).registry, [keys.firewallPolicyRules]: refused } },
    server,
    'fail',
  ],
  ['the port is refused', { remoteDesktopOn: true, registry: { [keys.rdpTcp]: refused } }, server, 'unknown'],
  ['off everywhere, and the port is refused', { registry: { ...allOff, [keys.rdpTcp]: refused } }, server, 'warn'],
  ['the connecting PC', {}, {}, 'not-applicable'],
])

test('rdp.firewall says that the built-in rules do not help a listener that moved', () => {
  const moved = { registry: { ...rules(allow).registry, ...onPort(3390) } }
  assert.match(findingIn(reportOf(moved, server), 'rdp.firewall').detail, /port 3390 needs a rule of its own/)
  assert.doesNotMatch(findingIn(reportOf({}, server), 'rdp.firewall').detail, /of its own/)
})
