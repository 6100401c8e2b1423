import assert from 'node:assert/strict'
import { test } from 'node:test'
import { defaultIntent } from '../../shared/intent.ts'
import type { Bridge, Progress } from '../../shared/ipc-contract.ts'
import type { Report } from '../../shared/report.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { type RunRequest, withProgress } from './checks-slice.ts'
import { sampleBridge, sampleReport } from './sample-report.ts'
import { createAppStore } from './store.ts'

const memory = { load: () => null, save: () => {} }
const request: RunRequest = { intent: defaultIntent, machine: null }
const progress = (id: string, state: Progress['state']): Progress => ({
  id,
  label: id,
  state,
  outcome: state === 'running' ? null : 'ok',
  durationMs: state === 'running' ? null : 12,
})

/** A bridge whose run ends when the test says so. */
const heldBridge = (part: Partial<Bridge> = {}) => {
  let answer: (reply: Result<Report>) => void = () => {}
  const promise = new Promise<Result<Report>>((resolve) => {
    answer = resolve
  })
  const listeners = new Set<(payload: Progress) => void>()
  const bridge = sampleBridge({
    runChecks: () => promise,
    on: (_name, listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    ...part,
  })
  const say = (payload: Progress) => {
    for (const listener of listeners) listener(payload)
  }
  return { bridge, say, answer, listeners }
}

test('a run goes from asking over progress to a report', async () => {
  const { bridge, say, answer, listeners } = heldBridge()
  const { getState } = createAppStore(bridge, memory)
  const ended = getState().startRun(request)
  assert.deepEqual(getState().run, { phase: 'running', request, probes: [], before: { phase: 'idle' } })
  say(progress('registry', 'running'))
  say(progress('registry', 'answered'))
  answer(ok(sampleReport()))
  await ended
  const { run, wizard } = getState()
  assert.deepEqual(run, { phase: 'done', report: sampleReport(), request, probes: [progress('registry', 'answered')] })
  assert.equal(wizard.step, 'findings')
  assert.equal(listeners.size, 0)
})

test('progress that comes before the screen is drawn is not lost', async () => {
  const { bridge, say } = heldBridge()
  const runChecks = async () => {
    say(progress('registry', 'answered'))
    return fail('failed', 'No.')
  }
  const { getState } = createAppStore({ ...bridge, runChecks }, memory)
  await getState().startRun(request)
  const { run } = getState()
  assert.deepEqual(run.phase === 'failed' && run.probes, [progress('registry', 'answered')])
})

test('a fault is kept with what was asked, so it can be tried again', async () => {
  const { getState } = createAppStore(sampleBridge({ runChecks: async () => fail('failed', 'No.') }), memory)
  await getState().startRun(request)
  assert.deepEqual(getState().run, { phase: 'failed', fault: { code: 'failed', message: 'No.' }, request, probes: [] })
  assert.equal(getState().wizard.step, 'check')
})

test('a bridge that breaks is a fault, not an endless check', async () => {
  const { getState } = createAppStore(sampleBridge({ runChecks: () => Promise.reject(new Error('gone')) }), memory)
  await getState().startRun(request)
  const { run } = getState()
  assert.equal(run.phase === 'failed' && run.fault.code, 'internal')
})

test('only one run at a time', async () => {
  let asked = 0
  const { bridge, answer } = heldBridge()
  const runChecks = (input: RunRequest) => {
    asked += 1
    return bridge.runChecks(input)
  }
  const { getState } = createAppStore({ ...bridge, runChecks }, memory)
  const first = getState().startRun(request)
  await getState().startRun(request)
  answer(ok(sampleReport()))
  await first
  assert.equal(asked, 1)
})

test('a cancelled run gives back the report that was there before', async () => {
  const held = heldBridge({ cancelChecks: async () => ok(true) })
  const replies = [Promise.resolve(ok(sampleReport())), held.bridge.runChecks(request)]
  const { getState } = createAppStore(
    { ...held.bridge, runChecks: () => replies.shift() ?? Promise.reject(new Error('asked too often')) },
    memory,
  )
  await getState().startRun(request)
  const before = getState().run
  const again = getState().startRun(request)
  await getState().cancelRun()
  assert.equal(getState().run.phase, 'cancelling')
  held.answer(fail('cancelled', 'Cancelled.'))
  await again
  assert.equal(getState().run, before)
  assert.equal(getState().wizard.step, 'findings')
})

test('a cancel that was refused can be asked for again', async () => {
  const { bridge, answer } = heldBridge({ cancelChecks: async () => ok(false) })
  const { getState } = createAppStore(bridge, memory)
  const ended = getState().startRun(request)
  await getState().cancelRun()
  assert.equal(getState().run.phase, 'running')
  answer(ok(sampleReport()))
  await ended
  assert.equal(getState().run.phase, 'done')
})

test('probes keep the order they were first seen in', () => {
  const seen = [progress('a', 'running'), progress('b', 'running'), progress('a', 'no-answer')]
  assert.deepEqual(
    seen.reduce<readonly Progress[]>(withProgress, []).map(({ id, state }) => [id, state]),
    [
      ['a', 'no-answer'],
      ['b', 'running'],
    ],
  )
})
