import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { allowOnlineId, memoryJournal, pku2uValue, requestFor, testPc, withValue } from '../../../test/kit/test-pc.ts'
import { fail, ok } from '../../shared/result.ts'
import { keys } from '../facts/keys.ts'
import { performFix, planOn } from './perform-fix.ts'
import { performUndo } from './perform-undo.ts'

const two = requestFor('pku2u.enable', 'rdp.enable')
const asked = requestFor('pku2u.enable')
const off = ['REG_DWORD', 0] as const
const registryOff = {
  ...withValue([...off]),
  keys: {
    ...withValue([...off]).keys,
    [keys.terminalServer]: { values: { fDenyTSConnections: ['REG_DWORD', 1] as const } },
  },
}

describe('when something fails, nothing is half-done', () => {
  test('access denied: the key and what is missing are named, and the change before it is put back', async () => {
    const journal = memoryJournal()
    const pc = testPc({
      registry: registryOff,
      journal: journal.store,
      faulty: (registry) => ({
        setValue: (key, name, value) =>
          key === keys.terminalServer
            ? fail('denied', `Windows refused access to ${key}.`)
            : registry.setValue(key, name, value),
      }),
    })
    const receipt = await performFix(pc, two, null)
    assert.ok(receipt.ok)
    assert.deepEqual([receipt.value.state, receipt.value.refusedBy], ['rolled-back', 'machine'])
    assert.match(receipt.value.message, /refused access to .*Terminal Server/)
    assert.deepEqual(pc.registry.dump(), registryOff)
    assert.deepEqual(
      journal.entries().map(({ state }) => state),
      ['rolled-back', 'rolled-back'],
    )
    assert.equal((await performUndo(pc, null)).ok, false, 'there is nothing to undo')
  })

  test('a write that Windows accepts and does not keep', async () => {
    const pc = testPc({ faulty: () => ({ setValue: () => ok(undefined) }) })
    const receipt = await performFix(pc, asked, null)
    assert.ok(receipt.ok)
    assert.equal(receipt.value.state, 'rolled-back')
    assert.match(receipt.value.message, /did not keep it/)
    assert.deepEqual(pku2uValue(pc.registry), off)
  })

  test('a journal that cannot be written: the machine is not touched', async () => {
    const pc = testPc({ journal: memoryJournal([], 1).store })
    const receipt = await performFix(pc, asked, null)
    assert.ok(receipt.ok)
    assert.equal(receipt.value.state, 'refused')
    assert.match(receipt.value.message, /Nothing was changed.*disk is full/)
    assert.deepEqual(pc.writes, [])
  })

  test('a journal that fills the disk after the write: the write is put back', async () => {
    const journal = memoryJournal([], 2)
    const pc = testPc({ journal: journal.store })
    const receipt = await performFix(pc, asked, null)
    assert.ok(receipt.ok)
    assert.equal(receipt.value.state, 'rolled-back')
    assert.match(receipt.value.message, /it was put back/)
    assert.deepEqual(pku2uValue(pc.registry), off)
    assert.deepEqual(
      journal.entries().map(({ state }) => state),
      ['captured'],
      'the next start looks at it again',
    )
  })

  test('a roll-back that fails is said, and the set stays open', async () => {
    const journal = memoryJournal()
    let writes = 0
    const pc = testPc({
      registry: registryOff,
      journal: journal.store,
      faulty: (registry) => ({
        setValue: (key, name, value) => {
          writes += 1
          return writes === 1
            ? registry.setValue(key, name, value)
            : fail('denied', `Windows refused access to ${key}.`)
        },
      }),
    })
    const receipt = await performFix(pc, two, null)
    assert.ok(receipt.ok)
    assert.equal(receipt.value.message.match(/refused access/g)?.length, 2)
    assert.deepEqual(
      journal.entries().map(({ state }) => state),
      ['captured', 'captured'],
    )
  })

  test('a journal that cannot be read stops the fix', async () => {
    const damaged = { ...memoryJournal().store, list: async () => fail('unreadable', 'The journal is damaged.') }
    const pc = testPc({ journal: damaged })
    for (const result of [await performFix(pc, asked, null), await performUndo(pc, null)])
      assert.equal(result.ok ? 'ok' : result.fault.code, 'unreadable')
    assert.deepEqual(pc.writes, [])
  })
})

describe('the plan that was agreed to', () => {
  test('another value since then: nothing is written', async () => {
    const pc = testPc()
    const plan = await planOn(pc, asked)
    assert.ok(plan.ok)
    pc.registry.setValue(keys.pku2u, allowOnlineId, ['REG_DWORD', 7])
    const result = await performFix(pc, asked, plan.value.token)
    assert.equal(result.ok ? 'ok' : result.fault.code, 'conflict')
    assert.deepEqual(pc.writes, [])
  })

  test('its token changes with the list, the account, the role and the value', async () => {
    const tokenOf = async (request: Parameters<typeof planOn>[1], value: 0 | 7 = 0) => {
      const plan = await planOn(testPc({ registry: withValue(['REG_DWORD', value]) }), request)
      assert.ok(plan.ok)
      return plan.value.token
    }
    const tokens = await Promise.all([
      tokenOf(asked),
      tokenOf(asked, 7),
      tokenOf(requestFor('pku2u.block')),
      tokenOf({ ...asked, role: 'server' }),
      tokenOf({ ...asked, parameters: { account: 'adele@contoso.com' } }),
    ])
    assert.equal(new Set(tokens).size, tokens.length)
    assert.equal(await tokenOf(asked), tokens[0])
  })

  test('nothing to change writes nothing, and no change stands in the journal', async () => {
    const journal = memoryJournal()
    const pc = testPc({ registry: withValue(['REG_DWORD', 1]), journal: journal.store })
    const receipt = await performFix(pc, asked, null)
    assert.ok(receipt.ok)
    assert.deepEqual([receipt.value.changeId, receipt.value.at, pc.writes, journal.entries()], [null, null, [], []])
  })

  test('who has no rights hands over what was agreed to, after looking', async () => {
    const seen: unknown[] = []
    const elevate = async (agreed: unknown) => {
      seen.push(agreed)
      return fail('cancelled', 'no')
    }
    const pc = testPc({ elevate })
    const plan = await planOn(pc, asked)
    assert.ok(plan.ok)
    assert.equal((await performFix(pc, asked, plan.value.token)).ok, false)
    assert.deepEqual(seen, [{ do: 'fix', ...asked, token: plan.value.token }])
    assert.deepEqual(pc.writes, [])
  })
})
