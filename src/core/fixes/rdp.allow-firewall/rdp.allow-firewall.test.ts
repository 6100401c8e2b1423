import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rdpAllowFirewall } from './rdp.allow-firewall.ts'

test('rdp.allow-firewall enables the built-in group by its resource id, never for public networks', () => {
  const changes = rdpAllowFirewall.changes({ account: null })
  assert.ok(changes.ok)
  assert.deepEqual(
    changes.value.map(({ kind, spec }) => [kind, spec]),
    [['firewall-rule', { group: '@FirewallAPI.dll,-28752', profiles: ['Domain', 'Private'] }]],
  )
  assert.equal(rdpAllowFirewall.restart, 'none')
})
