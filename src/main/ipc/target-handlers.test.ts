import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listenScripted, selecting } from '../../../test/kit/scripted-listener.ts'
import { probeTarget } from '../../core/probe-rdp/probe-target.ts'
import { createSimulatedHost, openSimulatedPc } from '../../core/simulated/simulated-host.ts'
import type { Host } from '../../core/windows/host.ts'
import { inputs } from '../../shared/ipc-schemas.ts'
import { ok } from '../../shared/result.ts'
import { createFindSubject } from '../machines.ts'
import { onlySimulated } from '../simulated-machines.ts'
import { createTargetHandlers } from './target-handlers.ts'

const simulated = () => createTargetHandlers(createFindSubject(onlySimulated('Only here.', 0)))

/** A window for this PC, whose network is real. */
const live = async () => {
  const pc = await openSimulatedPc('entra-client-ready', { stateFolder: null, at: null })
  assert.ok(pc.ok)
  const endless = new AbortController().signal
  const asUser: Host = {
    ...createSimulatedHost('entra-client-ready'),
    probeTarget: (target, options) => probeTarget(target, { ...options, after: () => endless }),
  }
  return createTargetHandlers(createFindSubject({ kind: 'live', open: async () => ok({ asUser, pc: pc.value }) }))
}
const question = { machine: null, target: '127.0.0.1', path: 'pku2u', adminPorts: false } as const

test('a window for this PC asks over the network', async () => {
  await using listener = await listenScripted((socket) => socket.end(selecting(2)))
  const probe = await (await live()).probeTarget({ ...question, target: `127.0.0.1:${listener.port}` })
  assert.ok(probe.ok)
  assert.deepEqual(probe.value.accepted, ['HYBRID'])
})

test('a question is cancelled, by the window or by the next question', async () => {
  const handlers = await live()
  assert.deepEqual(await handlers.cancelProbe(null), ok(false))
  await using silent = await listenScripted(() => void handlers.cancelProbe(null))
  const cancelled = await handlers.probeTarget({ ...question, target: `127.0.0.1:${silent.port}` })
  assert.ok(!cancelled.ok)
  assert.equal(cancelled.fault.code, 'cancelled')

  await using second = await listenScripted((socket) => socket.end(selecting(2)))
  let answer: ReturnType<typeof handlers.probeTarget> | null = null
  await using first = await listenScripted(() => {
    answer = handlers.probeTarget({ ...question, target: `127.0.0.1:${second.port}` })
  })
  const replaced = await handlers.probeTarget({ ...question, target: `127.0.0.1:${first.port}` })
  assert.ok(!replaced.ok)
  assert.ok(answer !== null)
  assert.ok((await (answer as ReturnType<typeof handlers.probeTarget>)).ok)
})

test('a simulated machine replays its own other PC, and reaches no other', async () => {
  const handlers = simulated()
  const machine = 'client-target-answers'
  const known = await handlers.probeTarget({ ...question, machine, target: 'pc-0600' })
  assert.ok(known.ok)
  assert.deepEqual(known.value.accepted, ['HYBRID_EX'])
  await using listener = await listenScripted((socket) => socket.end(selecting(2)))
  for (const name of [machine, 'entra-client-ready']) {
    const other = await handlers.probeTarget({ ...question, machine: name, target: `127.0.0.1:${listener.port}` })
    assert.ok(!other.ok)
    assert.match(other.fault.message, /[Ss]imulated/)
  }
  assert.deepEqual(listener.requests, [])
})

test('what is no name is refused with a sentence, and what is no question by its schema', async () => {
  const handlers = await live()
  for (const target of ['PC 0600', 'rdp://x', '../x', 'x:0', '%'])
    assert.equal((await handlers.probeTarget({ ...question, target })).ok, false, target)
  for (const wrong of [
    { target: '' },
    { target: 'x'.repeat(257) },
    { path: 'kerberos' },
    { adminPorts: 1 },
    { port: 22 },
  ])
    assert.equal(inputs.probeTarget.safeParse({ ...question, ...wrong }).success, false, JSON.stringify(wrong))
})
