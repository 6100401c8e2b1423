import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { testPc } from '../../../test/kit/test-pc.ts'
import { ok } from '../../shared/result.ts'
import type { FirewallGroupRule, WritableHost } from '../windows/host.ts'
import { firewallGroup } from './firewall-group.ts'

const change = firewallGroup.make({ group: '@FirewallAPI.dll,-28752', profiles: ['Domain', 'Private'] })
const rule = (name: string, enabled: boolean, ...profiles: readonly string[]): FirewallGroupRule => ({
  name,
  enabled,
  profiles,
})
const hostWith = (...initial: readonly FirewallGroupRule[]) => {
  let rules = initial
  const host: WritableHost = {
    ...testPc().writable,
    firewall: {
      rules: async () => ok(rules),
      set: async (wanted) => {
        rules = rules.map((each) => wanted.find(({ name }) => name === each.name) ?? each)
        return ok(undefined)
      },
    },
  }
  const edit = (...next: readonly FirewallGroupRule[]) => {
    rules = next
  }
  return { host, rules: () => rules, edit }
}

describe('the built-in Remote Desktop rules', () => {
  test('are enabled for trusted networks, and come back exactly as they were', async () => {
    const first = [rule('TCP', false), rule('UDP', false, 'Public'), rule('Shadow', true, 'Public')]
    const { host, rules } = hostWith(...first)
    const before = await change.capture(host)
    assert.ok(before.ok && !change.holds(before.value))
    assert.ok((await change.apply(host)).ok)
    assert.deepEqual(rules(), [
      rule('TCP', true, 'Domain', 'Private'),
      rule('UDP', true, 'Domain', 'Private'),
      first[2],
    ])
    const seen = await change.readBack(host)
    assert.ok(seen.ok && seen.value.held)
    assert.ok((await change.revert(before.value, host)).ok)
    assert.deepEqual(rules(), first)
  })

  test('a rule that somebody else changed since is left alone, and so are the others', async () => {
    const { host, rules, edit } = hostWith(rule('TCP', false), rule('UDP', false))
    const before = await change.capture(host)
    await change.apply(host)
    const theirs = [rule('TCP', true, 'Domain', 'Private'), rule('UDP', true, 'Domain')]
    edit(...theirs)
    const back = await change.revert(before.ok ? before.value : null, host)
    assert.equal(back.ok ? 'ok' : back.fault.code, 'conflict')
    assert.deepEqual(rules(), theirs)
  })

  test('a PC without the rules is told so', async () => {
    const { host } = hostWith()
    for (const answer of [await change.capture(host), await change.apply(host)])
      assert.equal(answer.ok ? 'ok' : answer.fault.code, 'missing')
  })

  test('another group, and a public network, cannot be asked for', () => {
    for (const spec of [
      { group: 'Remote Desktop', profiles: ['Domain'] },
      { group: '@FirewallAPI.dll,-28752', profiles: ['Public'] },
      { group: '@FirewallAPI.dll,-28752', profiles: [] },
    ])
      assert.equal(firewallGroup.restore(spec), null)
  })
})
