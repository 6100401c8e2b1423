import assert from 'node:assert/strict'
import { test } from 'node:test'
import { answered, dsregcmdText, fakeHost, withDomain } from '../../../test/windows-lab/fake-host.ts'
import { defaultIntent } from '../../shared/intent.ts'
import { commandIds } from '../recording/recording.ts'
import { collect } from './collect.ts'
import type { Command } from './host.ts'

// Nothing here measures time: what must run at once waits for each other to have started, so a collection in sequence
// would never end, and the test's own limit would say so.
const limit = { timeout: 20_000 }
const everything = { commands: commandIds, keys: [], trees: [] }
const now = () => new Date('2026-11-20T09:15:00Z')
const idsOf = (machine: { commands: readonly { id: string }[] }) => machine.commands.map(({ id }) => id)

test('everything that needs no other answer runs at once, each question once', limit, async () => {
  let open = () => {}
  const all = new Promise<void>((resolve) => (open = resolve))
  const { host, asked } = fakeHost({
    registry: withDomain('corp.contoso.com'),
    run: async () => {
      if (asked.length === 6) open()
      await all
      return answered(dsregcmdText('CORP'))
    },
  })
  const twice = { ...everything, commands: [...commandIds, ...commandIds] }
  const recorded = await collect(host, twice, { intent: defaultIntent, now })
  assert.deepEqual([...asked].sort(), [
    'dsregcmd /status',
    'klist cloud_debug',
    'nltest /dsgetdc:corp.contoso.com',
    'nltest /dsgetdc:corp.contoso.com /keylist /kdc',
    'nltest /sc_verify:corp.contoso.com',
    'powershell',
  ])
  assert.deepEqual(idsOf(recorded), [...commandIds])
  assert.equal(recorded.machine.recordedAt, '2026-11-20T09:15:00Z')
})

test('nltest waits for dsregcmd only when nothing else names the domain', limit, async () => {
  const events: string[] = []
  const run = async (command: Command) => {
    events.push(`start ${command.program}`)
    await new Promise((resolve) => setImmediate(resolve))
    events.push(`end ${command.program}`)
    return answered(command.program === 'dsregcmd' ? dsregcmdText('CORP') : 'x')
  }
  const wanted = { ...everything, commands: ['dsregcmd-status', 'nltest-dsgetdc'] as const }
  const waiting = fakeHost({ run })
  await collect(waiting.host, wanted, { intent: defaultIntent, now })
  assert.ok(events.indexOf('end dsregcmd') < events.indexOf('start nltest'))
  assert.ok(waiting.asked.includes('nltest /dsgetdc:CORP'))

  for (const [fake, domain, intent] of [
    [{ run, registry: withDomain('a.example') }, 'a.example', defaultIntent],
    [{ run, userDnsDomain: 'B.EXAMPLE' }, 'B.EXAMPLE', defaultIntent],
    [{ run, registry: withDomain('a.example') }, 'c.example', { ...defaultIntent, domain: 'c.example' }],
  ] as const) {
    events.length = 0
    const { host, asked } = fakeHost(fake)
    await collect(host, wanted, { intent, now })
    assert.ok(events.indexOf('start nltest') < events.indexOf('end dsregcmd'), domain)
    assert.ok(asked.includes(`nltest /dsgetdc:${domain}`))
  }
})

test('a PC without a domain is not asked about one, and a name that cannot be one is never handed on', async () => {
  for (const fake of [
    { run: async () => answered('no joined state here') },
    { run: async () => answered(dsregcmdText('')) },
  ]) {
    const recorded = await collect(fakeHost(fake).host, everything, { intent: defaultIntent, now })
    assert.ok(!idsOf(recorded).some((id) => id.startsWith('nltest')))
  }
  const { host, asked } = fakeHost({ registry: withDomain('corp') })
  await collect(host, everything, { intent: { ...defaultIntent, domain: 'x /sc_reset:y' }, now })
  assert.ok(!asked.some((name) => name.startsWith('nltest')))
})

test('cancelling ends what runs, and what did not answer says so', limit, async () => {
  const controller = new AbortController()
  const { host } = fakeHost({
    run: (_command, signal) =>
      new Promise((resolve) => {
        const end = () => resolve({ ...answered(''), outcome: 'failed', exitCode: undefined })
        if (signal?.aborted === true) end()
        signal?.addEventListener('abort', end)
      }),
  })
  const options = { intent: defaultIntent, now, signal: controller.signal }
  const running = collect(host, { ...everything, keys: ['HKLM\\SOFTWARE\\X'] }, options)
  controller.abort()
  const recorded = await running
  assert.ok(recorded.commands.every(({ outcome }) => outcome === 'failed'))
  assert.deepEqual(recorded.registry.keys, {})
})
