import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createStore } from 'zustand'
import type { Bridge } from '../../shared/ipc-contract.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { TargetProbe } from '../../shared/target-probe.ts'
import { sampleBridge } from './sample-report.ts'
import { createTargetSlice, type TargetSlice } from './target-slice.ts'

const question = { machine: null, target: 'PC-0600', path: 'pku2u', adminPorts: false } as const
const probe: TargetProbe = {
  target: 'PC-0600',
  port: 3389,
  outcome: 'refused',
  resolved: [],
  tried: [],
  accepted: [],
  certificate: null,
}
const storeWith = (part: Partial<Bridge>) => createStore<TargetSlice>()(createTargetSlice(sampleBridge(part)))

test('a question is answered, or fails with a sentence', async () => {
  const answered = storeWith({ probeTarget: async () => ok(probe) })
  await answered.getState().askTarget(question)
  assert.deepEqual(answered.getState().targetAnswer, { phase: 'answered', question, probe })
  const failed = storeWith({ probeTarget: async () => fail('refused', 'No.') })
  await failed.getState().askTarget(question)
  assert.deepEqual(failed.getState().targetAnswer, {
    phase: 'failed',
    question,
    fault: { code: 'refused', message: 'No.' },
  })
})

test('one question at a time, and it can be cancelled', async () => {
  const waiting: ((reply: Result<TargetProbe>) => void)[] = []
  const store = storeWith({
    probeTarget: () => new Promise((resolve) => waiting.push(resolve)),
    cancelProbe: async () => ok(true),
  })
  const first = store.getState().askTarget(question)
  await store.getState().askTarget(question)
  assert.equal(waiting.length, 1)
  await store.getState().cancelTarget()
  assert.equal(store.getState().targetAnswer.phase, 'cancelling')
  waiting[0]?.(fail('cancelled', 'The probe was cancelled.'))
  await first
  assert.deepEqual(store.getState().targetAnswer, { phase: 'idle' })
})

test('a cancel that found nothing to end leaves the question open', async () => {
  const store = storeWith({ probeTarget: () => new Promise(() => {}), cancelProbe: async () => ok(false) })
  void store.getState().askTarget(question)
  await store.getState().cancelTarget()
  assert.equal(store.getState().targetAnswer.phase, 'asking')
})
