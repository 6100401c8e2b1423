import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { keys } from '../../src/core/facts/keys.ts'
import type { RecordedKey, RegistryValue } from '../../src/core/recording/recording.ts'
import type { HandOverFix } from '../../src/shared/hand-over.ts'
import { cliEntry } from './cli-entry.ts'
import { importRegistry, inside, reg, runInWine, scene } from './lab.ts'
import { windowsNode, windowsPath } from './lab-files.ts'

const entry = windowsPath(await cliEntry())

const siblings: Readonly<Record<string, RegistryValue>> = {
  '': ['REG_SZ', 'default'],
  Text: ['REG_SZ', 'Größe "x" \\ 日本'],
  List: ['REG_MULTI_SZ', ['one', 'two']],
  Bytes: ['REG_BINARY', '00ff'],
  AllowOnlineIDs: ['REG_DWORD', 7],
}
const priors: readonly (readonly [string, RecordedKey | null])[] = [
  ['no key', null],
  ['an empty key', { values: {} }],
  ['siblings only', { values: siblings }],
  ['siblings and 0', { values: { ...siblings, AllowOnlineID: ['REG_DWORD', 0] } }],
  ['siblings and a wrong type', { values: { ...siblings, AllowOnlineID: ['REG_SZ', '0'] } }],
]
const fixes: readonly (readonly [HandOverFix, RegistryValue | null])[] = [
  ['pku2u.enable', ['REG_DWORD', 1]],
  ['pku2u.block', ['REG_DWORD', 0]],
  ['pku2u.clear', null],
]

for (const [fix, wanted] of fixes)
  test(`the .reg file of ${fix} gives exactly that value, whatever was there before`, async () => {
    const folder = scene(`export-${fix}`)
    const file = windowsPath(join(folder, 'hand-over.reg'))
    const args = [entry, 'export', 'reg', '--fix', fix, '--out', file, '--json']
    const { status, stdout } = await runInWine(folder, 'doctor', windowsNode, args)
    assert.equal(status, 0, stdout)
    assert.equal(JSON.parse(stdout).bytes, readFileSync(join(folder, 'hand-over.reg')).length)

    for (const [name, prior] of priors) {
      await importRegistry(folder, { complete: true, keys: prior === null ? {} : { [keys.pku2u]: prior } }, [
        keys.pku2u,
      ])
      assert.equal((await reg(folder, 'import', file)).status, 0, name)
      const [values] = (await inside(folder, { do: 'registry', questions: [['values', keys.pku2u]] })) as readonly [
        Readonly<Record<string, RegistryValue>>,
      ]
      const kept = prior !== null && 'values' in prior ? (prior.values ?? {}) : {}
      const { AllowOnlineID: _old, ...others } = kept
      const expected = wanted === null ? others : { ...others, AllowOnlineID: wanted }
      assert.deepEqual(values ?? {}, expected, name)
    }
  })
