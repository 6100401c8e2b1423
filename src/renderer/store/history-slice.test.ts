import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ChangeProgress } from '../../shared/change-plan.ts'
import type { Receipt } from '../../shared/receipt.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { sampleBridge } from './sample-report.ts'
import { createAppStore } from './store.ts'

const receipt: Receipt = {
  changeId: 'one',
  fixes: ['pku2u.enable'],
  state: 'undone',
  changes: [],
  owner: null,
  refusedBy: null,
  restart: 'advised',
  warnings: [],
  message: 'Put back and read back.',
  at: '2026-11-20T09:20:00Z',
  by: 'A',
}

/** A store whose changes are written when `end` is called, and a bridge that can tell of them. */
const setUp = () => {
  const ends: ((reply: Result<Receipt>) => void)[] = []
  const listeners = new Set<(progress: ChangeProgress) => void>()
  const store = createAppStore(
    sampleBridge({
      history: async () => ok([]),
      undoChange: () => new Promise((resolve) => ends.push(resolve)),
      on: (_name, listener) => {
        const hear = listener as unknown as (progress: ChangeProgress) => void
        listeners.add(hear)
        return () => listeners.delete(hear)
      },
    }),
    { load: () => null, save: () => {} },
  )
  return { ...store, ends, listeners }
}

test('an action on a past change tells of its progress, and leaves its whole receipt', async () => {
  const { getState, ends, listeners } = setUp()
  const acting = getState().actOnPast('undoChange', 'one')
  assert.deepEqual([getState().pastBusy, getState().pastProgress], ['one', null])
  for (const listener of listeners) listener({ done: 1, total: 2 })
  assert.deepEqual(getState().pastProgress, { done: 1, total: 2 })
  await getState().actOnPast('undoChange', 'two')
  assert.equal(ends.length, 1, 'one at a time')
  ends[0]?.(ok(receipt))
  await acting
  const { pastBusy, pastReceipt, pastWrite } = getState()
  assert.deepEqual([pastBusy, pastReceipt, listeners.size], [null, receipt, 0])
  assert.deepEqual(pastWrite, { machine: null, at: receipt.at })
  await getState().loadHistory()
  assert.equal(getState().pastReceipt, null, 'another look at the screen starts without it')
})

test('what was refused leaves no receipt behind', async () => {
  const { getState, ends } = setUp()
  const acting = getState().actOnPast('undoChange', 'one')
  ends[0]?.(fail('conflict', 'Somebody else has changed this since.'))
  await acting
  assert.deepEqual([getState().pastReceipt, getState().pastBusy], [null, null])
  assert.equal(getState().pastFault?.code, 'conflict')
})
