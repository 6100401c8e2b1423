import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rdpAddUser } from './rdp.add-user.ts'

test('rdp.add-user adds the account of the case, in the form Windows wants, and needs one', () => {
  const changes = rdpAddUser.changes({ account: 'adele@contoso.com' })
  assert.ok(changes.ok)
  assert.deepEqual(
    changes.value.map(({ kind, spec }) => [kind, spec]),
    [['local-group-member', { group: 'S-1-5-32-555', account: 'AzureAD\\adele@contoso.com' }]],
  )
  const without = rdpAddUser.changes({ account: null })
  assert.equal(without.ok ? 'ok' : without.fault.code, 'usage')
  assert.equal(rdpAddUser.restart, 'none')
})
