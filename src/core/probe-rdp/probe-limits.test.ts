import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { listenScripted, selecting } from '../../../test/kit/scripted-listener.ts'
import { probeLimits, probeTarget } from './probe-target.ts'

const hybrid = 2
const loopback = '127.0.0.1'
const never = new Promise<never>(() => undefined)

/** A clock on which one limit is over when the test says so, and the others never. */
const handClock = (limit: keyof typeof probeLimits = 'whole') => {
  const controller = new AbortController()
  const endless = new AbortController()
  const after = (milliseconds: number) => (milliseconds === probeLimits[limit] ? controller : endless).signal
  return { after, isOver: () => controller.abort() }
}

describe('the limit', () => {
  test('leaves a command some of its three seconds, and Windows more than two for a closed port', () => {
    assert.ok(probeLimits.whole > 2_100 && probeLimits.whole < 2_500)
    assert.ok(probeLimits.answer < probeLimits.whole && probeLimits.certificate < probeLimits.answer)
  })

  test('ends a probe of a listener that says nothing, after one request', async () => {
    const { after, isOver } = handClock()
    await using listener = await listenScripted(() => isOver())
    const probe = await probeTarget({ host: loopback, port: listener.port }, { path: 'web', after })
    assert.ok(probe.ok)
    assert.equal(probe.value.outcome, 'timeout')
    assert.equal(listener.requests.length, 1)
  })

  test('keeps what was answered before it', async () => {
    const { after, isOver } = handClock()
    await using listener = await listenScripted((socket, _request, turn) =>
      turn === 0 ? socket.end(selecting(hybrid)) : isOver(),
    )
    const probe = await probeTarget({ host: loopback, port: listener.port }, { path: 'pku2u', after })
    assert.ok(probe.ok)
    assert.equal(probe.value.outcome, 'ok')
    assert.deepEqual(probe.value.accepted, ['HYBRID'])
    assert.deepEqual(probe.value.tried[1], { requested: ['SSL'], selected: null, failure: null })
  })

  test('ends while the name is looked up', async () => {
    const { after, isOver } = handClock()
    const lookup = () => {
      isOver()
      return never
    }
    const probe = await probeTarget({ host: 'pc-0600', port: 3389 }, { path: 'pku2u', after, lookup })
    assert.ok(probe.ok)
    assert.deepEqual([probe.value.outcome, probe.value.resolved], ['no-name', []])
  })

  test('of an answer ends the probe of a listener that stops short of one', async () => {
    const { after, isOver } = handClock('answer')
    await using listener = await listenScripted((socket) => {
      socket.write(selecting(hybrid).subarray(0, 18), isOver)
    })
    const probe = await probeTarget({ host: loopback, port: listener.port }, { path: 'web', after })
    assert.ok(probe.ok)
    assert.equal(probe.value.outcome, 'timeout')
    assert.equal(listener.requests.length, 1)
  })

  test('of a certificate is spent once, and the listener is asked on', async () => {
    const { after, isOver } = handClock('certificate')
    await using listener = await listenScripted((socket) => {
      socket.once('data', isOver)
      socket.write(selecting(hybrid))
    })
    const probe = await probeTarget({ host: loopback, port: listener.port }, { path: 'web', after })
    assert.ok(probe.ok)
    assert.equal(probe.value.certificate, null)
    assert.equal(probe.value.tried.length, 3)
  })

  test('ends a handshake that does not go on', async () => {
    const { after, isOver } = handClock()
    await using listener = await listenScripted((socket) => {
      socket.once('data', isOver)
      socket.write(selecting(hybrid))
    })
    const probe = await probeTarget({ host: loopback, port: listener.port }, { path: 'pku2u', after })
    assert.ok(probe.ok)
    assert.equal(probe.value.outcome, 'ok')
    assert.equal(probe.value.certificate, null)
  })
})

describe('cancelling', () => {
  test('answers so while the listener is waited for', async () => {
    const cancel = new AbortController()
    await using listener = await listenScripted(() => cancel.abort())
    const probe = await probeTarget({ host: loopback, port: listener.port }, { path: 'pku2u', signal: cancel.signal })
    assert.ok(!probe.ok)
    assert.equal(probe.fault.code, 'cancelled')
  })

  test('answers so before anything is sent', async () => {
    await using listener = await listenScripted(() => undefined)
    const probe = await probeTarget(
      { host: loopback, port: listener.port },
      { path: 'pku2u', signal: AbortSignal.abort() },
    )
    assert.ok(!probe.ok)
    assert.deepEqual(listener.requests, [])
  })
})

describe('addresses', () => {
  test('a name with several: the one that answers counts, all are listed', async () => {
    await using listener = await listenScripted((socket) => socket.end(selecting(hybrid)))
    const resolved = ['::1', '127.0.0.2', loopback]
    const lookup = async () => resolved
    const probe = await probeTarget({ host: 'pc-0600', port: listener.port }, { path: 'pku2u', lookup })
    assert.ok(probe.ok)
    assert.deepEqual([probe.value.outcome, probe.value.resolved], ['ok', resolved])
  })

  test('IPv6', async () => {
    await using listener = await listenScripted((socket) => socket.end(selecting(hybrid)), { host: '::1' })
    const probe = await probeTarget({ host: '::1', port: listener.port }, { path: 'pku2u' })
    assert.ok(probe.ok)
    assert.deepEqual([probe.value.outcome, probe.value.resolved], ['ok', ['::1']])
  })

  test('a name that nobody knows', async () => {
    const lookup = () => Promise.reject(new Error('ENOTFOUND'))
    const probe = await probeTarget({ host: 'pc-0600', port: 3389 }, { path: 'pku2u', lookup })
    assert.ok(probe.ok)
    assert.deepEqual([probe.value.outcome, probe.value.tried], ['no-name', []])
  })
})

test('the ports of administration are asked only when wanted, and sent nothing', async () => {
  await using listener = await listenScripted((socket) => socket.end(selecting(hybrid)))
  const target = { host: loopback, port: listener.port }
  const without = await probeTarget(target, { path: 'pku2u' })
  assert.ok(without.ok && !('adminPorts' in without.value))
  const asked = await probeTarget(target, { path: 'pku2u', adminPorts: true })
  assert.ok(asked.ok)
  assert.deepEqual(
    asked.value.adminPorts?.map(({ port, name }) => [port, name]),
    [
      [445, 'SMB'],
      [135, 'RPC'],
      [5985, 'WinRM'],
    ],
  )
})
