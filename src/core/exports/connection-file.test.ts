import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import type { ConnectionFileOrder } from '../../shared/hand-over.ts'
import { decodeText } from '../readers/decode.ts'
import { readRdpFile } from '../readers/rdp-file.ts'
import { connectionFile } from './connection-file.ts'
import { bytesOf } from './export-file.ts'

const usual: ConnectionFileOrder = { peer: 'PC-0417', account: 'adele@contoso.com', path: 'pku2u' }
const build = (order: Partial<ConnectionFileOrder> = {}, from: string | null = null) => {
  const files = connectionFile({ ...usual, ...order }, from)
  assert.ok(files.ok, files.ok ? '' : files.fault.message)
  const [file] = files.value
  assert.ok(file)
  return file
}
const fault = (order: Partial<ConnectionFileOrder>, from: string | null = null) => {
  const files = connectionFile({ ...usual, ...order }, from)
  assert.ok(!files.ok)
  return files.fault
}
const linesOf = (order: Partial<ConnectionFileOrder> = {}, from: string | null = null) =>
  build(order, from).text.trimEnd().split('\n')

describe('what is written', () => {
  test('for PKU2U', () => {
    assert.deepEqual(linesOf(), [
      'full address:s:PC-0417',
      'username:s:.\\AzureAD\\adele@contoso.com',
      'domain:s:',
      'enablecredsspsupport:i:1',
      'enablerdsaadauth:i:0',
    ])
  })

  test('for a web account', () => {
    assert.deepEqual(linesOf({ path: 'web' }), [
      'full address:s:PC-0417',
      'username:s:adele@contoso.com',
      'domain:s:',
      'enablecredsspsupport:i:1',
      'enablerdsaadauth:i:1',
    ])
  })

  test('every form of the account ends up right', () => {
    for (const account of ['AzureAD\\adele@contoso.com', '.\\AzureAD\\adele@contoso.com', 'EntraID\\adele@contoso.com'])
      assert.deepEqual(linesOf({ account }), linesOf())
  })

  test('in UTF-16 with a mark and CRLF, as mstsc writes it', () => {
    const bytes = Buffer.from(bytesOf(build()))
    assert.deepEqual([...bytes.subarray(0, 2)], [0xff, 0xfe])
    assert.match(bytes.subarray(2).toString('utf16le'), /^full address:s:PC-0417\r\nusername:s:/)
    assert.ok(bytes.toString('utf16le').endsWith('\r\n'))
  })

  test('and read again it has no problem, whoever it is for', () => {
    const part = fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,20}[a-z0-9])?$/)
    fc.assert(
      fc.property(part, part, fc.constantFrom('pku2u' as const, 'web' as const), (host, name, path) => {
        const file = build({ peer: `pc-${host}`, account: `${name}@contoso.com`, path })
        const read = readRdpFile(decodeText(bytesOf(file), null))
        assert.ok(read.ok)
        assert.deepEqual(read.value.problems, [])
        assert.equal(read.value.path, path)
      }),
    )
  })
})

describe('from another file', () => {
  const old = [
    'Screen Mode ID:i:2',
    'full address:s:OLD',
    'unknown thing:s: kept as it is ',
    'enablecredsspsupport:i:0',
    'this is no property',
    'password 51:b:01000000D08C9DDF',
    'gatewaypassword:s:Secret1',
    'prompt for password:i:1',
    'USERNAME:s:CORP\\adele',
    'username:s:again',
    '',
  ].join('\r\n')

  test('ours take the place of theirs, the rest survives, passwords do not', () => {
    assert.deepEqual(linesOf({}, old), [
      'Screen Mode ID:i:2',
      'full address:s:PC-0417',
      'unknown thing:s: kept as it is ',
      'enablecredsspsupport:i:1',
      'this is no property',
      'prompt for password:i:1',
      'username:s:.\\AzureAD\\adele@contoso.com',
      'domain:s:',
      'enablerdsaadauth:i:0',
    ])
  })

  test('a signed file is not rewritten', () => {
    for (const line of ['signature:s:AQAB', 'signscope:s:Full Address']) {
      const { code, message } = fault({}, `${old}${line}\r\n`)
      assert.equal(code, 'refused')
      assert.match(message, /signed/)
    }
  })

  test('something else is unreadable', () => assert.equal(fault({}, 'hello').code, 'unreadable'))
})

describe('bad input', () => {
  const cases: readonly (readonly [string, Partial<ConnectionFileOrder>])[] = [
    ['a line break in the host', { peer: 'PC\r\nenablecredsspsupport:i:0' }],
    ['a scheme', { peer: 'https://pc' }],
    ['a path', { peer: '../pc' }],
    ['a space', { peer: 'PC 1' }],
    ['too long a name', { peer: `${'a.'.repeat(130)}com` }],
    ['an address with a web account', { peer: '192.0.2.10', path: 'web' }],
    ['an IPv6 address with a web account', { peer: '2001:db8::1', path: 'web' }],
    ['a domain user', { account: 'CORP\\adele' }],
    ['no account', { account: '' }],
    ['a line break in the account', { account: 'adele@contoso.com\ndomain:s:X' }],
    ['a control character in the account', { account: 'ad\u0085ele@contoso.com' }],
    ['a NUL in the account', { account: 'ad\0ele@contoso.com' }],
  ]
  for (const [name, order] of cases) test(name, () => assert.equal(fault(order).code, 'invalid-input'))

  test('an address is fine with PKU2U', () => {
    assert.equal(linesOf({ peer: '192.0.2.10' })[0], 'full address:s:192.0.2.10')
    assert.equal(build({ peer: '2001:db8::1' }).name, '2001-db8--1.rdp')
  })
})
