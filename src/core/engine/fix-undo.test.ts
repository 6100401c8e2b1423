import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type PriorState, priorState } from '../../../test/kit/random-state.ts'
import { pku2uValue, requestFor, testPc } from '../../../test/kit/test-pc.ts'
import type { RegistryDump } from '../recording/recording.ts'
import { performFix } from './perform-fix.ts'
import { performUndo } from './perform-undo.ts'

const wanted: Readonly<Record<string, unknown>> = {
  'pku2u.enable': ['REG_DWORD', 1],
  'pku2u.block': ['REG_DWORD', 0],
  'pku2u.clear': null,
}

/** As a hive holds it: the order of names is not part of the state. */
const asState = ({ keys }: RegistryDump) =>
  Object.entries(keys)
    .map(
      ([key, entry]) =>
        [key, entry !== null && 'values' in entry ? Object.entries(entry.values ?? {}).sort() : entry] as const,
    )
    .sort(([a], [b]) => (a < b ? -1 : 1))

test('1,000 prior states: fix, then undo, leaves exactly what was there', async () => {
  await fc.assert(
    fc.asyncProperty(priorState(100_000), async ({ dump, fix }: PriorState) => {
      const pc = testPc({ registry: dump })
      const before = asState(pc.registry.dump())
      const fixed = await performFix(pc, requestFor(fix), null)
      assert.ok(fixed.ok && fixed.value.state === 'applied', JSON.stringify(fixed).slice(0, 500))
      assert.deepEqual(pku2uValue(pc.registry), wanted[fix])
      if (fixed.value.changeId === null) return assert.deepEqual(asState(pc.registry.dump()), before)
      const undone = await performUndo(pc, fixed.value.changeId)
      assert.ok(undone.ok && undone.value.state === 'undone', JSON.stringify(undone).slice(0, 500))
      assert.deepEqual(asState(pc.registry.dump()), before)
    }),
    { numRuns: 1000, seed: 20261120 },
  )
})
