import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Bridge } from '../../shared/ipc-contract.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { TriageBatch, TriageEnd, TriageRow } from '../../shared/triage.ts'
import { sampleBridge, sampleReport } from './sample-report.ts'
import { createAppStore } from './store.ts'

const memory = { load: () => null, save: () => {} }
const row = (file: string): TriageRow => ({ file, fault: { code: 'unreadable', message: `${file} cannot be used.` } })
const end = (run: number, files: number): TriageEnd => ({ run, totals: {}, files, seconds: 1, cancelled: false })

const setUp = (part: Partial<Bridge> = {}) => {
  let send: (batch: TriageBatch) => void = () => {}
  let finish: (reply: Result<TriageEnd | null>) => void = () => {}
  const bridge = sampleBridge({
    triageFolder: () =>
      new Promise((resolve) => {
        finish = resolve
      }),
    on: (name, listener) => {
      if (name === 'triageRows') send = listener as unknown as typeof send
      return () => {}
    },
    ...part,
  })
  const { getState } = createAppStore(bridge, memory)
  return {
    getState,
    send: (batch: TriageBatch) => send(batch),
    finish: (reply: Result<TriageEnd | null>) => finish(reply),
  }
}
const names = ({ triageRows }: { readonly triageRows: readonly TriageRow[] }) => triageRows.map(({ file }) => file)

test('rows come in batches, also after the reply that ends the run', async () => {
  const { getState, send, finish } = setUp()
  const running = getState().startTriage()
  assert.equal(getState().triageRun.phase, 'choosing')
  send({ run: 1, from: 0, rows: [] })
  assert.equal(getState().triageRun.phase, 'running')
  send({ run: 1, from: 0, rows: [row('a'), row('b')] })
  finish(ok(end(1, 3)))
  await running
  send({ run: 1, from: 2, rows: [row('c')] })
  assert.equal(getState().triageRun.phase, 'done')
  assert.deepEqual(names(getState()), ['a', 'b', 'c'])
})

test('a new run starts with an empty table, and rows of an older one are not taken', async () => {
  const { getState, send, finish } = setUp()
  const first = getState().startTriage()
  send({ run: 1, from: 0, rows: [row('old')] })
  finish(ok(end(1, 1)))
  await first
  const second = getState().startTriage()
  assert.deepEqual(names(getState()), ['old'])
  send({ run: 2, from: 0, rows: [] })
  assert.deepEqual(names(getState()), [])
  send({ run: 1, from: 1, rows: [row('late')] })
  send({ run: 2, from: 0, rows: [row('new')] })
  finish(ok(end(2, 1)))
  await second
  assert.deepEqual(names(getState()), ['new'])
})

test('a dialog that was closed leaves the table, a folder that cannot be read says so', async () => {
  const { getState, send, finish } = setUp()
  const first = getState().startTriage()
  send({ run: 1, from: 0, rows: [row('a')] })
  finish(ok(end(1, 1)))
  await first
  const closed = getState().startTriage()
  finish(ok(null))
  await closed
  assert.equal(getState().triageRun.phase, 'done')
  assert.deepEqual(names(getState()), ['a'])
  const refused = getState().startTriage()
  finish(fail('denied', 'No.'))
  await refused
  assert.deepEqual(getState().triageRun, { phase: 'failed', fault: { code: 'denied', message: 'No.' } })
})

test('a row is opened by its place, and one that has gone says so', async () => {
  const bundle = sampleReport({ source: 'bundle' })
  const { getState } = setUp({
    openTriaged: async ({ index }) => (index === 0 ? ok(bundle) : fail('missing', 'It is gone.')),
  })
  await getState().openTriaged(1)
  assert.equal(getState().triageFault?.message, 'It is gone.')
  assert.equal(getState().wizard.step, 'start')
  await getState().openTriaged(0)
  assert.equal(getState().triageFault, null)
  assert.deepEqual(getState().run, { phase: 'done', report: bundle, request: null, probes: [] })
})
