import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Fix } from '../../src/core/engine/define-fix.ts'
import { recordedRegistry } from '../../src/core/recording/recorded-registry.ts'
import type { RegistryValue } from '../../src/core/recording/recording.ts'
import type { FixId } from '../../src/shared/report.ts'

interface Expected {
  readonly id: FixId
  /** The values it writes, as name and data; null takes a value away. */
  readonly writes: readonly (readonly [key: string, name: string, value: RegistryValue | null])[]
  readonly restart: 'required' | 'none'
  /** Whether a policy may own what it writes. */
  readonly ownable: boolean
  /** Refused on a PC with the cluster service. */
  readonly refusedOnCluster: boolean
}

/** What a fix of registry values is, in one row: its writes, its restart, its owner and where it is refused. */
export const assertFix = (fix: Fix, { id, writes, restart, ownable, refusedOnCluster }: Expected): void => {
  test(`${id} writes what it says, and nothing else`, () => {
    const changes = fix.changes({ account: null })
    assert.ok(changes.ok)
    assert.equal(fix.id, id)
    assert.deepEqual(
      changes.value.map(({ kind, spec }) => [kind, spec]),
      writes.map(([key, name, value]) => ['registry-value', { key, name, value }]),
    )
    assert.deepEqual([fix.restart, fix.owned !== null], [restart, ownable])
    const cluster = { 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\ClusSvc': {} }
    for (const [keys, refused] of [
      [cluster, refusedOnCluster],
      [{}, false],
    ] as const) {
      const refusal = fix.refusal(recordedRegistry({ complete: true, keys }))
      assert.equal(refusal.ok && refusal.value !== null, refused)
    }
    assert.equal(
      fix.warnings.some((warning) => warning.includes('Failover Clustering')),
      refusedOnCluster,
    )
  })
}
