import assert from 'node:assert/strict'
import { test } from 'node:test'
import { defaultIntent } from '../../shared/intent.ts'
import { fail, ok } from '../../shared/result.ts'
import { sampleBridge, sampleReport } from './sample-report.ts'
import { createAppStore } from './store.ts'

const memory = { load: () => null, save: () => {} }
const bundle = sampleReport({ source: 'bundle' })

test('a bundle shows its findings without a check', async () => {
  const { getState } = createAppStore(sampleBridge({ openRecording: async () => ok(bundle) }), memory)
  await getState().openFile()
  assert.deepEqual(getState().run, { phase: 'done', report: bundle, request: null, probes: [] })
  const { step, check, settled } = getState().wizard
  assert.deepEqual({ step, check, settled }, { step: 'findings', check: 'skipped', settled: 'skipped' })
})

test('a dialog that was closed changes nothing', async () => {
  const { getState } = createAppStore(sampleBridge({ openRecording: async () => ok(null) }), memory)
  await getState().openFile()
  assert.equal(getState().run.phase, 'idle')
  assert.equal(getState().file.phase, 'idle')
})

test('a file that cannot be read says so and leaves the case alone', async () => {
  const reply = fail('unreadable', 'case.zip holds no recording.')
  const { getState } = createAppStore(sampleBridge({ openRecording: async () => reply }), memory)
  await getState().openFile()
  assert.deepEqual(getState().file, { phase: 'failed', fault: reply.fault })
  assert.equal(getState().run.phase, 'idle')
})

test('no file is opened while a check runs', async () => {
  let end = () => {}
  let asked = 0
  const bridge = sampleBridge({
    runChecks: () =>
      new Promise((resolve) => {
        end = () => resolve(fail('cancelled', 'Cancelled.'))
      }),
    openRecording: async () => {
      asked += 1
      return ok(bundle)
    },
  })
  const { getState } = createAppStore(bridge, memory)
  const run = getState().startRun({ intent: defaultIntent, machine: null })
  await getState().openFile()
  end()
  await run
  assert.equal(asked, 0)
})
