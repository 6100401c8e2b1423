import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ShownPlan } from '../../shared/change-plan.ts'
import { defaultIntent } from '../../shared/intent.ts'
import type { Bridge } from '../../shared/ipc-contract.ts'
import type { Receipt } from '../../shared/receipt.ts'
import { fail, ok } from '../../shared/result.ts'
import { sampleBridge, sampleReport } from './sample-report.ts'
import { createAppStore } from './store.ts'

const plan: ShownPlan = {
  token: '8b0d3f4e-2f60-4a56-9f0b-2a3f7bb4c111',
  fixes: ['pku2u.enable'],
  changes: [],
  owner: { kind: 'none', name: null, blocks: false },
  managedBy: null,
  warnings: [],
  refusal: null,
  restart: 'advised',
}
const receipt: Receipt = {
  changeId: 'one',
  fixes: ['pku2u.enable'],
  state: 'applied',
  changes: [],
  owner: null,
  refusedBy: null,
  restart: 'advised',
  warnings: [],
  message: 'Written.',
  at: '2026-11-20T09:20:00Z',
  by: 'A',
}

const checked = async (part: Partial<Bridge>) => {
  const bridge = sampleBridge({ runChecks: async () => ok(sampleReport()), planFixes: async () => ok(plan), ...part })
  const store = createAppStore(bridge, { load: () => null, save: () => {} })
  await store.getState().startRun({ intent: defaultIntent, machine: 'one' })
  return store
}

test('plan, apply with its token, undo by the id of the change', async () => {
  const sent: unknown[] = []
  const { getState } = await checked({
    applyFixes: async (input) => {
      sent.push(input)
      return ok(receipt)
    },
    undoChange: async (input) => {
      sent.push(input)
      return ok({ ...receipt, state: 'undone' })
    },
  })
  await getState().planFixes(['pku2u.enable'])
  assert.equal(getState().work.phase, 'planned')
  assert.equal(getState().wizard.step, 'fix')
  await getState().applyPlan(false)
  assert.equal(getState().wizard.fix, 'written')
  await getState().undoWritten()
  const { work } = getState()
  assert.equal(work.phase === 'written' && work.receipt.state, 'undone')
  const order = { machine: 'one', intent: defaultIntent, ids: ['pku2u.enable'] }
  assert.deepEqual(sent, [
    { ...order, token: plan.token, evenIfManaged: false },
    { machine: 'one', id: 'one' },
  ])
})

test('a refused plan can be looked at again, and a dropped one leaves nothing', async () => {
  const { getState } = await checked({ applyFixes: async () => fail('conflict', 'Changed.') })
  await getState().planFixes(['pku2u.enable'])
  await getState().applyPlan(false)
  assert.equal(getState().work.phase, 'failed')
  assert.equal(getState().wizard.fix, 'planned')
  await getState().planFixes(['pku2u.enable'])
  assert.equal(getState().work.phase, 'planned')
  getState().dropPlan()
  assert.deepEqual([getState().work.phase, getState().wizard.step], ['none', 'findings'])
})

test('an undo that is refused keeps the receipt and says why', async () => {
  const { getState } = await checked({
    applyFixes: async () => ok(receipt),
    undoChange: async () => fail('conflict', 'Somebody changed it.'),
  })
  await getState().planFixes(['pku2u.enable'])
  await getState().applyPlan(false)
  await getState().undoWritten()
  const { work } = getState()
  assert.ok(work.phase === 'written')
  assert.equal(work.fault?.message, 'Somebody changed it.')
  assert.equal(work.receipt.state, 'applied')
})

test('a report from a file has no machine to change', async () => {
  const { getState } = await checked({})
  getState().showReport(sampleReport())
  await getState().planFixes(['pku2u.enable'])
  assert.equal(getState().work.phase, 'none')
})

test('a restart of a simulated machine is followed by a check on the same screen', async () => {
  const { getState } = await checked({
    scheduleRestart: async () => ok('2026-11-20T10:42:00Z'),
    restartState: async () => ok({ due: false, scheduledFor: null, now: '2026-11-20T10:42:00Z', comesBack: false }),
  })
  getState().send({ type: 'go', to: 'restart' })
  await getState().scheduleRestart(0, 'Now.')
  assert.equal(getState().restarted, 'one')
  assert.deepEqual([getState().wizard.step, getState().run.phase], ['restart', 'done'])
})
