import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listenScripted, selecting } from '../../../test/kit/scripted-listener.ts'
import { fakeHost } from '../../../test/windows-lab/fake-host.ts'
import { defaultIntent } from '../../shared/intent.ts'
import type { Progress } from '../../shared/ipc-contract.ts'
import { checks } from '../checks/registry.ts'
import { judgeRecording } from '../engine/judge.ts'
import { outOfCase, wantedBy } from '../engine/wanted.ts'
import { probeTarget } from '../probe-rdp/probe-target.ts'
import { collect } from './collect.ts'
import type { Host } from './host.ts'

const now = () => new Date('2026-11-20T09:15:00Z')
const wanted = { commands: [], keys: [], trees: [], target: true }
const intent = { ...defaultIntent, peer: 'PC-0600' }

const endless = new AbortController().signal

/** A machine that reaches PC-0600 through the loopback address, whatever the port. */
const hostWith = (port: number): Host => ({
  ...fakeHost().host,
  probeTarget: ({ host }, options) =>
    probeTarget({ host, port }, { ...options, lookup: async () => ['127.0.0.1'], after: () => endless }),
})

test('the other PC is asked with everything else, and its answer is part of the recording', async () => {
  await using listener = await listenScripted((socket) => socket.end(selecting(8)))
  const heard: Progress[] = []
  const onProgress = (progress: Progress) => heard.push(progress)
  const recorded = await collect(hostWith(listener.port), wanted, { intent, now, onProgress })
  const mine = heard.filter(({ id }) => id === 'target')
  assert.deepEqual(
    mine.map(({ label, state }) => [label, state]),
    [
      ['Other PC', 'running'],
      ['Other PC', 'answered'],
    ],
  )
  const report = judgeRecording(recorded, { intent, now: '2026-11-20T09:15:00Z', source: 'live' })
  assert.equal(report.findings.find(({ id }) => id === 'network.target')?.status, 'pass')
  const recordingLater = judgeRecording(recorded, { intent, now: '2026-11-21T09:15:00Z', source: 'bundle' })
  assert.equal(recordingLater.findings.find(({ id }) => id === 'network.target')?.status, 'pass')
})

test('a cancelled check sends nothing and records nothing', async () => {
  await using listener = await listenScripted(() => undefined)
  const signal = AbortSignal.abort()
  const recorded = await collect(hostWith(listener.port), wanted, { intent, now, signal })
  assert.deepEqual(recorded.inputs, {})
  assert.deepEqual(listener.requests, [])
})

test('a check that is cancelled while it waits ends there', async () => {
  const cancel = new AbortController()
  await using listener = await listenScripted(() => cancel.abort())
  const recorded = await collect(hostWith(listener.port), wanted, { intent, now, signal: cancel.signal })
  assert.deepEqual(recorded.inputs, {})
})

test('a probe that breaks is no answer', async () => {
  const host: Host = { ...fakeHost().host, probeTarget: () => Promise.reject(new Error('no sockets left')) }
  assert.deepEqual((await collect(host, wanted, { intent, now })).inputs, {})
})

test('nobody is asked without a name, for a check that does not need it, or as the PC that is connected to', async () => {
  let times = 0
  const host: Host = {
    ...fakeHost().host,
    probeTarget: async () => {
      times += 1
      return { ok: false, fault: { code: 'failed', message: 'Not expected.' } }
    },
  }
  await collect(host, wanted, { intent: defaultIntent, now })
  await collect(host, { ...wanted, target: false }, { intent, now })
  assert.equal(times, 0)
  const targetOf = (role: 'client' | 'server') =>
    wantedBy(checks.filter((check) => outOfCase(check, { ...intent, role }) === null)).target
  assert.deepEqual([targetOf('client'), targetOf('server')], [true, false])
})
