import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readRdpFile } from './rdp-file.ts'

const read = (...lines: string[]) => {
  const found = readRdpFile(lines.join('\r\n'))
  assert.ok(found.ok, found.ok ? '' : found.fault.message)
  return found.value
}
const address = 'full address:s:PC-0417'
const good = 'username:s:.\\AzureAD\\adele@contoso.com'
const idsOf = (...lines: string[]) => read(...lines).problems.map(({ id }) => id)

describe('.rdp files', () => {
  test('a good one for the PKU2U path', () => {
    assert.deepEqual(read(address, good, 'domain:s:', 'Authentication Level:i:2', 'enablecredsspsupport:i:1', ''), {
      properties: {
        'full address': { type: 's', value: 'PC-0417' },
        username: { type: 's', value: '.\\AzureAD\\adele@contoso.com' },
        domain: { type: 's', value: '' },
        'authentication level': { type: 'i', value: '2' },
        enablecredsspsupport: { type: 'i', value: '1' },
      },
      problems: [],
      path: 'pku2u',
    })
  })
  test('the path', () => {
    assert.equal(read(address, 'enablerdsaadauth:i:1').path, 'web')
    assert.equal(read(address, 'enablerdsaadauth:i:0').path, 'pku2u')
    assert.equal(read(address, 'enablecredsspsupport:i:0').path, 'none')
    assert.equal(read(address, 'enablerdsaadauth:i:1', 'enablecredsspsupport:i:0').path, 'web')
  })
  const web = 'enablerdsaadauth:i:1'
  const cases: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    ['no address', [good], ['address-missing']],
    ['an empty address', ['full address:s:', good], ['address-missing']],
    ['no NLA', [address, 'enablecredsspsupport:i:0'], ['credssp-off']],
    [
      'no NLA and a domain user',
      [address, 'enablecredsspsupport:i:0', 'username:s:CORP\\adele', 'domain:s:CORP'],
      ['credssp-off', 'user-name-domain', 'domain-set'],
    ],
    [
      'no NLA and a bare address',
      [address, 'enablecredsspsupport:i:0', 'username:s:adele@contoso.com'],
      ['credssp-off', 'user-name-bare'],
    ],
    ['a domain user on the web path', [address, web, 'username:s:CORP\\adele'], ['user-name-domain']],
    ['a bare address as user', [address, 'username:s:adele@contoso.com'], ['user-name-bare']],
    ['a domain user', [address, 'username:s:CORP\\adele'], ['user-name-domain']],
    ['EntraID', [address, 'username:s:.\\EntraID\\adele@contoso.com'], ['user-name-entraid']],
    ['EntraID on the web path', [address, web, 'username:s:EntraID\\adele@contoso.com'], ['user-name-entraid']],
    ['AzureAD without the dot', [address, 'username:s:AzureAD\\adele@contoso.com'], []],
    ['a domain beside it', [address, good, 'domain:s:CORP'], ['domain-set']],
    ['web path', [address, web, 'username:s:adele@contoso.com'], []],
    ['web path with a prefix', [address, web, good], ['user-name-prefix-on-web-path']],
    ['web path to IPv4', ['full address:s:192.0.2.10:3389', web], ['address-is-ip']],
    ['web path to IPv6', ['full address:s:[2001:db8::1]:3389', web], ['address-is-ip']],
    ['IPv4 on the PKU2U path', ['full address:s:192.0.2.10', good], []],
    ['a signed file', [address, good, 'signscope:s:Full Address', 'signature:s:AQAB'], ['signed']],
    ['no user name', [address], []],
  ]
  for (const [name, lines, ids] of cases) test(`lint: ${name}`, () => assert.deepEqual(idsOf(...lines), ids))

  test('what to do fits the path', () => {
    for (const user of ['CORP\\adele', 'EntraID\\adele@contoso.com']) {
      const [onWeb] = read(address, web, `username:s:${user}`).problems
      assert.match(onWeb?.message ?? '', / user@domain\.$/, user)
      assert.doesNotMatch(onWeb?.message ?? '', /AzureAD/, user)
      assert.match(read(address, `username:s:${user}`).problems[0]?.message ?? '', /Use \.\\AzureAD/, user)
    }
  })

  test('a stored password is named and never shown', () => {
    const found = read(
      address,
      'password 51:b:01000000D08C9DDF',
      'gatewaypassword:s:Secret1',
      'prompt for password:i:1',
    )
    assert.deepEqual(
      found.problems.map(({ id }) => id),
      ['password-stored'],
    )
    assert.ok(!/D08C9DDF|Secret1/.test(JSON.stringify(found)))
    assert.deepEqual(found.properties['password 51'], { type: 'b', value: '***' })
    assert.deepEqual(found.properties['prompt for password'], { type: 'i', value: '1' })
  })
  test('nor is one that a paste without line ends has put into another value', () => {
    const found = read(`${address} ${good} password 51:b:01000000D08C9DDF prompt for credentials:i:0`)
    assert.deepEqual(
      found.problems.map(({ id }) => id),
      ['password-stored'],
    )
    assert.ok(!/D08C9DDF/.test(JSON.stringify(found)))
    assert.deepEqual(found.properties['password 51'], { type: 'b', value: '***' })
  })
  for (const text of ['', 'hello', 'https://example.com', 'AzureAdJoined : YES'])
    test(`${JSON.stringify(text)} is unreadable`, () => assert.equal(readRdpFile(text).ok, false))
})
