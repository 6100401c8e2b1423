import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { CaseInputs } from '../../shared/case-inputs.ts'
import { defaultIntent } from '../../shared/intent.ts'
import type { Bridge, SimulatedMachine, Welcome } from '../../shared/ipc-contract.ts'
import { fail, ok } from '../../shared/result.ts'
import { sampleBridge, sampleReport } from './sample-report.ts'
import { createAppStore } from './store.ts'

const memory = { load: () => null, save: () => {} }
const machine = (name: string): SimulatedMachine => ({ name, title: name, story: '', intent: defaultIntent })
const welcome: Welcome = {
  version: '0.1.0',
  simulatedOnly: 'This is not Windows.',
  chosen: null,
  machines: [machine('one'), machine('two')],
  canOpenFiles: true,
  returning: null,
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

describe('after a restart', () => {
  const intent = { ...defaultIntent, role: 'server', account: 'adele@contoso.com' } as const
  const back = async (step: 'restart' | 'check', part: Partial<Bridge> = {}, inputs?: CaseInputs) => {
    const asked: unknown[] = []
    const returning = {
      kind: 'case',
      step,
      machine: null,
      intent,
      ...(inputs === undefined ? {} : { inputs }),
    } as const
    const bridge = sampleBridge({
      welcome: async () => ok({ ...welcome, simulatedOnly: null, returning }),
      runChecks: async (request) => {
        asked.push(request)
        return ok(sampleReport({ intent }))
      },
      restartState: async () => ok({ due: false, scheduledFor: null, now: '2026-11-20T10:42:00Z', comesBack: false }),
      rights: async () => ok({ asks: true, somebodyElse: null }),
      ...part,
    })
    const { getState } = createAppStore(bridge, memory)
    await getState().greet()
    return { asked, state: getState() }
  }

  test('the same case is checked again by itself, on the step it came from', async () => {
    const { asked, state } = await back('restart')
    assert.deepEqual(asked, [{ intent, machine: null }])
    assert.deepEqual([state.wizard.step, state.wizard.check, state.restarted], ['restart', 'done', null])
    assert.deepEqual([state.form.role, state.form.account], ['server', 'adele@contoso.com'])
    assert.equal(state.restart?.due, false)
    assert.equal((await back('check')).state.wizard.step, 'findings')
  })

  test('what was added before is asked with, and shown as it was given', async () => {
    const answers = [{ id: 'unlock', answer: 'failed', note: 'Asks for the password.' }] as const
    const inputs = { kerberosServer: 'Id : 1', testRun: { format: 'pku2u-doctor/test-run@1', answers } } as const
    const { asked, state } = await back('check', {}, inputs)
    assert.deepEqual(asked, [{ intent, machine: null, inputs }])
    assert.deepEqual([state.added, state.answers], [{ machine: null, inputs }, answers])
  })

  test('a check that fails can be tried again', async () => {
    const { state } = await back('restart', { runChecks: async () => fail('failed', 'No.') })
    assert.deepEqual([state.wizard.step, state.run.phase], ['check', 'failed'])
  })

  test('a case that was lost is explained on the first screen, and nothing is asked', async () => {
    const { asked, state } = await back('restart', {
      welcome: async () => ok({ ...welcome, returning: { kind: 'lost', message: 'It is gone.' } }),
    })
    assert.deepEqual([asked, state.lostCase, state.wizard.step], [[], 'It is gone.', 'start'])
  })
})
