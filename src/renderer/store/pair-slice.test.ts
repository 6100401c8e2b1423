import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createStore } from 'zustand'
import { writeFrame } from '../../shared/case-code/frame.ts'
import type { PairVerdict } from '../../shared/pair.ts'
import { fail, ok } from '../../shared/result.ts'
import { createPairSlice, type PairSlice } from './pair-slice.ts'
import { sampleBridge } from './sample-report.ts'

const storeWith = (bridge: Parameters<typeof sampleBridge>[0]) =>
  createStore<PairSlice>()(createPairSlice(sampleBridge(bridge)))
const code = writeFrame({ version: 1, symbols: [1, 2, 3] })
const pair: PairVerdict = {
  verdict: { state: 'go', headline: 'Connect.' },
  client: { state: 'ready', next: [] },
  server: { state: 'ready', next: [] },
  reasons: [],
}

test('an unfinished or wrong code is never sent', async () => {
  let sent = 0
  const store = storeWith({
    pairWithCode: async () => {
      sent += 1
      return ok(pair)
    },
  })
  await store.getState().typeCode(code.slice(0, -1))
  await store.getState().typeCode(`${code.slice(0, -1)}U`)
  assert.deepEqual([sent, store.getState().pair], [0, null])
  await store.getState().typeCode(code.toLowerCase())
  assert.deepEqual([sent, store.getState().pair], [1, pair])
})

test('an answer to a code that was changed meanwhile is dropped', async () => {
  const waiting: ((answer: ReturnType<typeof ok<PairVerdict>>) => void)[] = []
  const store = storeWith({ pairWithCode: () => new Promise((resolve) => waiting.push(resolve)) })
  const first = store.getState().typeCode(code)
  await store.getState().typeCode('2F7')
  waiting[0]?.(ok(pair))
  await first
  assert.deepEqual([store.getState().pair, store.getState().otherEnd.phase], [null, 'idle'])
})

test('what was read before stays when the next one cannot be read or the dialog is closed', async () => {
  const store = storeWith({ pairWithCode: async () => ok(pair), pairWithFile: async () => fail('unreadable', 'No.') })
  await store.getState().typeCode(code)
  await store.getState().openOtherEnd()
  assert.deepEqual(store.getState().otherEnd, {
    phase: 'failed',
    from: 'file',
    fault: { code: 'unreadable', message: 'No.' },
  })
  assert.equal(store.getState().pair, pair)
  const closed = storeWith({ pairWithCode: async () => ok(pair), pairWithFile: async () => ok(null) })
  await closed.getState().typeCode(code)
  await closed.getState().openOtherEnd()
  assert.deepEqual([closed.getState().pair, closed.getState().typedCode], [pair, code])
})

test('another case forgets the other end and what was typed', async () => {
  const store = storeWith({ pairWithCode: async () => ok(pair), caseCode: async () => ok({ code, pair: null }) })
  await store.getState().typeCode(code)
  await store.getState().loadThisEnd()
  const { thisCode, typedCode, pair: now } = store.getState()
  assert.deepEqual([thisCode, typedCode, now], [code, '', null])
})
