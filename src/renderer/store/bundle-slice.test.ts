import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { BundlePreview } from '../../shared/bundle-preview.ts'
import { defaultIntent } from '../../shared/intent.ts'
import type { Bridge } from '../../shared/ipc-contract.ts'
import { fail, ok } from '../../shared/result.ts'
import { sampleBridge, sampleReport } from './sample-report.ts'
import { createAppStore } from './store.ts'

const memory = { load: () => 'system' as const, save: () => undefined }
const preview: BundlePreview = {
  id: '7d1f4c1e-5a52-4a4e-9d0e-0c8f2f6b1a01',
  caseKey: 'abcd-efgh',
  replacements: [{ kind: 'host', original: 'PC-0417', token: 'host-k3v9q2mzt7w4', count: 2 }],
  more: 0,
  logs: [],
  raw: [],
}
const saved = { name: 'case.zip', bytes: 10, sha256: '0'.repeat(64), hasOtherEnd: false }

const checked = async (part: Partial<Bridge>) => {
  const bridge = sampleBridge({ runChecks: async () => ok(sampleReport()), ...part })
  const store = createAppStore(bridge, memory)
  await store.getState().startRun({ intent: defaultIntent, machine: 'client-value-off' })
  return store
}

test('from the wish to the saved file', async () => {
  const orders: unknown[] = []
  const { getState } = await checked({
    previewBundle: async (order) => {
      orders.push(order)
      return ok(preview)
    },
    saveBundle: async ({ id }) => {
      orders.push(id)
      return ok(saved)
    },
  })
  getState().chooseForBundle({ caseKey: '  our key  ', withSignIns: true })
  await getState().previewBundle()
  assert.equal(getState().bundle.phase, 'ready')
  await getState().saveBundle()
  const { bundle } = getState()
  assert.deepEqual(bundle.phase === 'saved' ? bundle.bundle : null, saved)
  assert.deepEqual(orders, [
    { intent: defaultIntent, machine: 'client-value-off', caseKey: 'our key', withSignIns: true, withRawLogs: false },
    preview.id,
  ])
})

test('no key asks for a new one; another wish drops the preview', async () => {
  const keys: unknown[] = []
  const { getState } = await checked({
    previewBundle: async ({ caseKey }) => {
      keys.push(caseKey)
      return ok(preview)
    },
  })
  await getState().previewBundle()
  getState().chooseForBundle({ withRawLogs: true })
  assert.equal(getState().bundle.phase, 'none')
  assert.deepEqual(keys, [null])
})

test('a closed dialog keeps the preview, a refusal is shown, and a cancelled preview is no fault', async () => {
  const answers = [ok(null), fail('refused', 'Something would still be readable.')] as const
  let index = 0
  const { getState } = await checked({
    previewBundle: async () => (index < 2 ? ok(preview) : fail('cancelled', 'It was cancelled.')),
    saveBundle: async () => answers[index++] ?? ok(null),
  })
  await getState().previewBundle()
  await getState().saveBundle()
  assert.deepEqual([getState().bundle.phase, getState().bundleFault], ['ready', null])
  await getState().saveBundle()
  assert.deepEqual([getState().bundle.phase, getState().bundleFault?.code], ['ready', 'refused'])
  getState().chooseForBundle({ withSignIns: true })
  await getState().previewBundle()
  assert.deepEqual([getState().bundle.phase, getState().bundleFault], ['none', null])
})

test('a report from a file has no machine to collect from', async () => {
  const { getState } = createAppStore(sampleBridge(), memory)
  getState().showReport(sampleReport({ source: 'bundle' }))
  await getState().previewBundle()
  assert.equal(getState().bundle.phase, 'none')
})
