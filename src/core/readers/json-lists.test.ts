import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readCertificates } from './certificates.ts'
import { readGroupMembers } from './group-members.ts'
import { readPolicyResult } from './policy-result.ts'

const json = (value: unknown) => JSON.stringify(value)
const entry = {
  path: 'MACHINE\\System\\Lsa\\pku2u\\AllowOnlineID',
  type: 4,
  data: '0',
  gpoId: 'LocalGPO',
  gpoName: 'CIS',
  precedence: 1,
}
const member = { sid: 'S-1-12-1-1-2-3-4', name: 'AzureAD\\AdeleVance' }
const certificate = {
  issuer: 'CN=MS-Organization-P2P-Access [2026]',
  subject: 'CN=x',
  notBefore: '2026-11-20T07:59:30Z',
  notAfter: '2026-11-21T08:04:30Z',
}

describe('policy-result', () => {
  const one = (changes: object) => readPolicyResult(json({ rsop: [{ ...entry, ...changes }] }))
  test('a list', () =>
    assert.deepEqual(readPolicyResult(json({ rsop: [entry, { ...entry, precedence: 2 }] })), {
      ok: true,
      value: [entry, { ...entry, precedence: 2 }],
    }))
  test('an empty list', () => assert.deepEqual(readPolicyResult('{"rsop":[]}'), { ok: true, value: [] }))
  test('numbers as text, text as numbers, no policy name', () => {
    assert.deepEqual(one({ type: '4', precedence: '1', data: 0 }), { ok: true, value: [entry] })
    assert.deepEqual(one({ gpoName: '', data: ['a', 'b'] }), {
      ok: true,
      value: [{ ...entry, gpoName: null, data: 'a,b' }],
    })
    assert.deepEqual(one({ gpoName: null }), { ok: true, value: [{ ...entry, gpoName: null }] })
  })
  test('wrong types', () => {
    for (const changes of [
      { path: 5 },
      { path: '' },
      { type: 'x' },
      { data: null },
      { data: {} },
      { precedence: null },
      { precedence: 1.5 },
      { gpoId: null },
      { gpoName: 3 },
    ])
      assert.equal(one(changes).ok, false, json(changes))
  })
})

describe('group members', () => {
  const read = (value: unknown) => readGroupMembers(json(value))
  const expected = { ok: true, value: [{ ...member, kind: null }] }
  test('a list, a single object, and a list that PowerShell wrapped', () => {
    assert.deepEqual(read({ members: [member] }), expected)
    assert.deepEqual(read({ members: member }), expected)
    assert.deepEqual(read([member]), expected)
    assert.deepEqual(read({ members: { value: [member], Count: 1 } }), expected)
    assert.deepEqual(read({ members: { value: [], Count: 0 } }), { ok: true, value: [] })
  })
  test('no name, a kind, a SID as an object', () => {
    assert.deepEqual(read({ members: [{ sid: 'S-1-1-0', name: '', kind: 'group' }] }), {
      ok: true,
      value: [{ sid: 'S-1-1-0', name: null, kind: 'group' }],
    })
    assert.deepEqual(read({ members: [{ sid: { BinaryLength: 28, Value: 'S-1-1-0' } }] }), {
      ok: true,
      value: [{ sid: 'S-1-1-0', name: null, kind: null }],
    })
  })
  test('a list that is missing or null is no empty group', () => {
    for (const value of [
      {},
      { members: null },
      { members: 'System.Object[]' },
      { members: [null] },
      { members: [{}] },
      { members: {} },
      null,
      5,
    ])
      assert.equal(read(value).ok, false, json(value))
  })
})

describe('certificates', () => {
  const read = (changes: object) => readCertificates(json({ certificates: [{ ...certificate, ...changes }] }))
  test('a list', () => assert.deepEqual(read({}), { ok: true, value: [certificate] }))
  test('dates as Windows PowerShell writes them', () => {
    const expected = { ok: true, value: [{ ...certificate, notBefore: '2025-02-03T09:14:20.000Z' }] }
    assert.deepEqual(read({ notBefore: '/Date(1738574060000)/' }), expected)
    assert.deepEqual(
      read({ notBefore: { value: '/Date(1738574060000)/', DisplayHint: 2, DateTime: 'Montag' } }),
      expected,
    )
  })
  test('no date', () => {
    for (const notAfter of ['', '21.11.2026', 5, null, '/Date(99999999999999999)/', '2026-99-99T00:00:00Z'])
      assert.equal(read({ notAfter }).ok, false, json(notAfter))
  })
})

describe('text around the JSON', () => {
  const good = json({ members: [member] })
  for (const text of [
    `\ufeff${good}`,
    `WARNING: {slow} link\r\n${good}\r\n`,
    `[notice] hello\n${good}`,
    `note ${good}`,
    JSON.stringify({ members: [member] }, null, 2),
    `#< CLIXML\n${good}\nPS C:\\> `,
  ])
    test(JSON.stringify(text.slice(0, 24)), () => assert.equal(readGroupMembers(text).ok, true))
  for (const text of ['', ' ', '{', '{"members":[', good.slice(0, -1), 'Access is denied.', '{}'.repeat(1000)])
    test(`${JSON.stringify(text.slice(0, 24))} is unreadable`, () => {
      const found = readGroupMembers(text)
      assert.equal(found.ok ? 'read' : found.fault.code, 'unreadable')
    })
  test('5 MB of brackets are unreadable, and found to be in one pass', () => {
    for (const noise of ['{\n', '[', '{"a":', '}\n{'])
      assert.equal(readPolicyResult(noise.repeat(1_500_000)).ok, false, noise)
  })
})
