import assert from 'node:assert/strict'
import { test } from 'node:test'
import { placeWords, stateWords } from './change-words.ts'

const registry = { kind: 'registry-value', spec: { key: 'HKLM\\A', name: 'B', value: ['REG_DWORD', 1] } }
const member = { kind: 'local-group-member', spec: { group: 'S-1-5-32-555', account: 'AzureAD\\a@b.c' } }
const firewall = { kind: 'firewall-rule', spec: { group: '@FirewallAPI.dll,-28752', profiles: ['Domain'] } }

test('registry values are shown with their type, and what is absent is said', () => {
  assert.equal(stateWords(registry, { value: ['REG_DWORD', 0], missingKeys: [] }), '0 (REG_DWORD)')
  assert.equal(stateWords(registry, { value: ['REG_MULTI_SZ', ['a', 'b']] }), 'a, b (REG_MULTI_SZ)')
  assert.equal(stateWords(registry, { value: ['REG_BINARY', 'f'.repeat(200)] }), `${'f'.repeat(80)}… (REG_BINARY)`)
  assert.equal(stateWords(registry, { value: null }), 'Not set')
  assert.equal(stateWords(registry, { value: null, missingKeys: ['HKLM\\A'] }), 'Not set, and no such key')
  assert.deepEqual(placeWords(registry), { name: 'B', where: 'HKLM\\A' })
})

test('groups and firewall rules are named in words', () => {
  assert.equal(stateWords(member, { member: true }), 'Member')
  assert.equal(stateWords(member, { member: false }), 'Not a member')
  assert.equal(placeWords(member).where, 'Remote Desktop Users (S-1-5-32-555)')
  assert.equal(
    stateWords(firewall, { enabled: true, profiles: ['Domain', 'Private'] }),
    'On for Domain and Private networks',
  )
  assert.equal(stateWords(firewall, { rules: [{ enabled: true }, { enabled: false }] }), '1 of 2 rules on')
})

test('what is damaged or unknown is shown, not thrown', () => {
  for (const raw of [undefined, null, 1, 'x', [], { value: 3 }])
    for (const change of [
      registry,
      member,
      firewall,
      { kind: 'x', spec: raw },
      { kind: 'registry-value', spec: raw },
    ]) {
      assert.equal(typeof stateWords(change, raw), 'string')
      assert.equal(typeof placeWords(change).name, 'string')
    }
})
