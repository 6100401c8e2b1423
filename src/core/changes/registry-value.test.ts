import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { allowOnlineId, testPc, withValue } from '../../../test/kit/test-pc.ts'
import { ok } from '../../shared/result.ts'
import { keys } from '../facts/keys.ts'
import type { RegistryValue } from '../recording/recording.ts'
import { registryValue, removeValue, setDword } from './registry-value.ts'

const change = setDword(keys.pku2u, allowOnlineId, 1)

describe('a registry value', () => {
  test('says what will be written, key and value and type', () => {
    assert.equal(change.describe, `Set AllowOnlineID in ${keys.pku2u} to 1 (REG_DWORD)`)
    assert.equal(removeValue(keys.pku2u, allowOnlineId).describe, `Remove AllowOnlineID from ${keys.pku2u}`)
  })

  test('captures the keys that are missing, outermost first', async () => {
    const pc = testPc({ registry: { complete: true, keys: { 'HKLM\\SYSTEM': {} } } })
    const before = await change.capture(pc.writable)
    assert.deepEqual(
      before,
      ok({
        missingKeys: [
          'HKLM\\SYSTEM\\CurrentControlSet',
          'HKLM\\SYSTEM\\CurrentControlSet\\Control',
          keys.lsa,
          keys.pku2u,
        ],
        value: null,
      }),
    )
    assert.ok((await change.apply(pc.writable)).ok)
    assert.ok((await change.revert(before.ok ? before.value : null, pc.writable)).ok)
    assert.deepEqual(Object.keys(pc.registry.dump().keys), ['HKLM\\SYSTEM'])
  })

  test('a value written by another name of ours comes back under that name', async () => {
    const odd: Record<string, RegistryValue> = { aLLOWonlineid: ['REG_SZ', '1'] }
    const pc = testPc({ registry: withValue(null, odd) })
    const clear = removeValue(keys.pku2u, allowOnlineId)
    const before = await clear.capture(pc.writable)
    assert.deepEqual(before, ok({ missingKeys: [], value: ['REG_SZ', '1'], name: 'aLLOWonlineid' }))
    await clear.apply(pc.writable)
    await clear.revert(before.ok ? before.value : null, pc.writable)
    assert.deepEqual(pc.registry.values(keys.pku2u), ok(odd))
  })

  test('the same number in another type is not what was asked for', async () => {
    for (const value of [
      ['REG_SZ', '1'],
      ['REG_QWORD', '1'],
      ['REG_DWORD', 2],
    ] as const) {
      const pc = testPc({ registry: withValue(value) })
      const before = await change.capture(pc.writable)
      assert.equal(before.ok && change.holds(before.value), false)
      const seen = await change.readBack(pc.writable)
      assert.equal(seen.ok && seen.value.held, false)
    }
  })

  test('a spec from elsewhere is checked', () => {
    for (const spec of [
      null,
      {},
      { key: 'HKU\\x', name: 'a', value: null },
      { key: keys.pku2u, name: 'a', value: ['REG_DWORD', -1] },
      { key: keys.pku2u, name: 'a', value: null, more: 1 },
    ])
      assert.equal(registryValue.restore(spec), null, JSON.stringify(spec))
    assert.equal(registryValue.restore(change.spec)?.target, change.target)
  })
})
