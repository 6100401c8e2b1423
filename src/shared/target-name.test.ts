import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { parseTarget, webNameHint } from './target-name.ts'

describe('a target as typed', () => {
  for (const [typed, host, port] of [
    ['PC-0600', 'PC-0600', 3389],
    ['  pc-0600.contoso.com ', 'pc-0600.contoso.com', 3389],
    ['PC-0600:3390', 'PC-0600', 3390],
    ['192.0.2.20', '192.0.2.20', 3389],
    ['192.0.2.20:65535', '192.0.2.20', 65_535],
    ['2001:db8::20', '2001:db8::20', 3389],
    ['::1', '::1', 3389],
    ['[::1]', '::1', 3389],
    ['[2001:db8::20]:3390', '2001:db8::20', 3390],
    ['1:2:3:4:5:6:7:8', '1:2:3:4:5:6:7:8', 3389],
    ['fe80::1%eth0', 'fe80::1%eth0', 3389],
    ['::ffff:192.0.2.20', '::ffff:192.0.2.20', 3389],
    ['::', '::', 3389],
  ] as const)
    test(`${typed} is ${host}, port ${port}`, () => {
      assert.deepEqual(parseTarget(typed), { ok: true, value: { host, port } })
    })

  test('a scheme is not taken for a host with a bad port', () => {
    const parsed = parseTarget('rdp://PC-0600')
    assert.match(parsed.ok ? '' : parsed.fault.message, /^Use the name or the address/)
  })

  for (const typed of [
    '',
    'PC 0600',
    'rdp://PC-0600',
    'https://pc-0600',
    '../PC-0600',
    'PC-0600/x',
    'PC-0600\\c$',
    'PC%200600',
    'PC-0600:',
    'PC-0600:0',
    'PC-0600:65536',
    'PC-0600:-1',
    'PC-0600:3389:1x',
    'PC-0600:rdp',
    ':3389',
    '[::1',
    '[PC-0600]:3389',
    '[::1]3389',
    '[::1]:99999',
    '999.1.1.1',
    '01.2.3.4',
    '1.2.3.4.',
    ':::',
    '1::2::3',
    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:8:9',
    '1:2:3:4:5:6:7::8',
    '12345::1',
    '::ffff:192.0.2.999',
    '192.0.2.20::',
    'fe80::1%',
    'fe80::1%eth 0',
    '0x7f000001',
    '2130706433',
    'a@b',
    'pc_0600\u0000',
    `${'a'.repeat(63)}.${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(63)}`,
    'x'.repeat(64),
  ])
    test(`${JSON.stringify(typed.slice(0, 40))} is refused with a sentence`, () => {
      const parsed = parseTarget(typed)
      assert.ok(!parsed.ok)
      assert.match(parsed.fault.message, /^[A-Z].*\.$/)
    })

  test('253 characters are the most that DNS allows', () => {
    const longest = `${'a'.repeat(63)}.${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(61)}`
    assert.ok(parseTarget(longest).ok)
  })
})

test('the web account needs the name, and an address is told apart from one', () => {
  assert.match(webNameHint('192.0.2.20'), /not work with an address/)
  assert.match(webNameHint('2001:db8::20'), /not work with an address/)
  assert.match(webNameHint('PC-0600'), /AADSTS293004/)
})
