import assert from 'node:assert/strict'
import { test } from 'node:test'
import { defaultIntent } from '../../shared/intent.ts'
import type { Input } from '../../shared/ipc-contract.ts'
import { fail, ok } from '../../shared/result.ts'
import { answerOf } from './inputs-slice.ts'
import { sampleBridge, sampleReport } from './sample-report.ts'
import { createAppStore } from './store.ts'

const request = { intent: { ...defaultIntent, track: 'security-key' as const }, machine: null }
const memory = { load: () => 'system' as const, save: () => {} }
const verdicts = [{ domain: 'contoso.com', inSync: 'yes' as const, problems: [], mend: null, age: null, seen: 'x' }]

const started = async () => {
  const asked: Input<'runChecks'>[] = []
  const store = createAppStore(
    sampleBridge({
      runChecks: async (input) => {
        asked.push(input)
        return ok(sampleReport())
      },
      readKerberosServer: async ({ text }) =>
        text === 'good' ? ok(verdicts) : fail('unreadable', 'This looks like something else.'),
    }),
    memory,
  )
  await store.getState().startCase(request)
  return { store, asked }
}

test('a case without anything added asks without inputs', async () => {
  const { asked } = await started()
  assert.deepEqual(asked, [request])
})

test('pasted text is judged, and goes with this and every later check of the machine', async () => {
  const { store, asked } = await started()
  await store.getState().addKerberosServer('good')
  const inputs = { kerberosServer: 'good', testRun: null }
  assert.deepEqual(store.getState().pasted, { phase: 'read', verdicts })
  assert.deepEqual(asked.at(-1), { ...request, inputs })
  await store.getState().startCase(request)
  assert.deepEqual(asked.at(-1), { ...request, inputs })
  await store.getState().startCase({ ...request, intent: defaultIntent })
  assert.deepEqual(asked.at(-1), { ...request, intent: defaultIntent })
})

test('text of another kind is refused in words, and nothing is asked', async () => {
  const { store, asked } = await started()
  await store.getState().addKerberosServer('bad')
  const { pasted } = store.getState()
  assert.equal(pasted.phase === 'failed' ? pasted.fault.message : '', 'This looks like something else.')
  assert.equal(asked.length, 1)
})

test('answers are kept while they are given, and added as one run beside the pasted text', async () => {
  const { store, asked } = await started()
  await store.getState().addKerberosServer('good')
  store.getState().answerTest('unlock', { answer: 'failed' })
  store.getState().answerTest('unlock', { note: 'asks for the password' })
  store.getState().answerTest('provision', { answer: 'passed' })
  await store.getState().addTestRun()
  const { inputs } = asked.at(-1) ?? {}
  assert.equal(inputs?.kerberosServer, 'good')
  assert.equal(inputs?.testRun?.answers.length, 6)
  assert.deepEqual(answerOf(inputs?.testRun?.answers ?? [], 'unlock'), {
    id: 'unlock',
    answer: 'failed',
    note: 'asks for the password',
  })
})

test('another machine starts without what was added', async () => {
  const { store, asked } = await started()
  await store.getState().addKerberosServer('good')
  store.getState().answerTest('unlock', { answer: 'passed' })
  await store.getState().startCase({ ...request, machine: 'security-key-ready' })
  assert.deepEqual(asked.at(-1), { ...request, machine: 'security-key-ready' })
  assert.deepEqual([store.getState().pasted.phase, store.getState().answers.length], ['none', 0])
})
