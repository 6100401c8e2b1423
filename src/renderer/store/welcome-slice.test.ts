import assert from 'node:assert/strict'
import { test } from 'node:test'
import { defaultIntent } from '../../shared/intent.ts'
import type { SimulatedMachine, Welcome } from '../../shared/ipc-contract.ts'
import { ok } from '../../shared/result.ts'
import { sampleBridge } from './sample-report.ts'
import { createAppStore } from './store.ts'

const memory = { load: () => null, save: () => {} }
const machine = (name: string): SimulatedMachine => ({ name, title: name, story: '', intent: defaultIntent })
const welcome: Welcome = {
  version: '0.1.0',
  simulatedOnly: 'This is not Windows.',
  chosen: null,
  machines: [machine('one'), machine('two')],
  canOpenFiles: true,
}

const greeted = async (part: Partial<Welcome>) => {
  const { getState } = createAppStore(sampleBridge({ welcome: async () => ok({ ...welcome, ...part }) }), memory)
  await getState().greet()
  return getState()
}

test('where only simulated machines can be asked, one is chosen from the start', async () => {
  assert.equal((await greeted({})).form.machine, 'one')
  assert.equal((await greeted({ chosen: 'two' })).form.machine, 'two')
})

test('on Windows this PC is asked, unless a machine was named', async () => {
  assert.equal((await greeted({ simulatedOnly: null })).form.machine, null)
  assert.equal((await greeted({ simulatedOnly: null, chosen: 'two' })).form.machine, 'two')
})

test('a welcome that does not come can be asked for again', async () => {
  const { getState } = createAppStore(sampleBridge(), memory)
  await getState().greet()
  assert.equal(getState().greeting.phase, 'failed')
})
