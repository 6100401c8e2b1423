import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { testPc } from '../../../test/kit/test-pc.ts'
import { fail, ok } from '../../shared/result.ts'
import type { WritableHost } from '../windows/host.ts'
import { groupMember } from './group-member.ts'

const account = 'AzureAD\\adele@contoso.com'
const change = groupMember.make({ group: 'S-1-5-32-555', account })
const hostWith = (...members: readonly string[]) => {
  const list = new Set(members)
  const host: WritableHost = {
    ...testPc().writable,
    groups: {
      has: async (_group, name) => ok(list.has(name)),
      add: async (_group, name) => ok(void list.add(name)),
      remove: async (_group, name) => ok(void list.delete(name)),
    },
  }
  return { host, members: () => [...list] }
}

describe('a member of a local group', () => {
  test('is added and taken out again; others stay', async () => {
    const { host, members } = hostWith('AzureAD\\grady@contoso.com')
    const before = await change.capture(host)
    assert.deepEqual(before, ok({ member: false }))
    await change.apply(host)
    assert.deepEqual(await change.readBack(host), ok({ held: true, seen: { member: true } }))
    await change.revert(before.ok ? before.value : null, host)
    assert.deepEqual(members(), ['AzureAD\\grady@contoso.com'])
  })

  test('who was a member before stays one', async () => {
    const { host, members } = hostWith(account)
    const before = await change.capture(host)
    assert.ok(before.ok && change.holds(before.value))
    await change.revert(before.value, host)
    assert.deepEqual(members(), [account])
  })

  test('a group that cannot be read is not taken for an empty one', async () => {
    const { host } = hostWith()
    const blind = { ...host, groups: { ...host.groups, has: async () => fail('denied', 'no') } }
    for (const answer of [
      await change.capture(blind),
      await change.readBack(blind),
      await change.revert({ member: false }, blind),
    ])
      assert.equal(answer.ok ? 'ok' : answer.fault.code, 'denied')
  })

  test('a group or an account that cannot be is refused', () => {
    for (const spec of [
      { group: 'Administrators', account },
      { group: 'S-1-5-32-555', account: 'CORP\\adele' },
      { group: 'S-1-5-32-555', account: 'AzureAD\\a"b@c' },
    ])
      assert.equal(groupMember.restore(spec), null)
  })
})
