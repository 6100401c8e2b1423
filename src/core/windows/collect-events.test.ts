import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { createSimulatedHost } from '../simulated/simulated-host.ts'
import { collectEvents } from './collect-events.ts'
import { collectRawLogs } from './collect-raw-logs.ts'
import { eventChannels } from './event-channels.ts'
import type { Command, CommandRunner, Transcript } from './host.ts'

const top = await mkdtemp(join(tmpdir(), 'pku2u-events-'))
after(() => rm(top, { recursive: true, force: true }))
const folder = () => mkdtemp(join(top, 'run-'))

const nothing = new Uint8Array()
const ended = (part: Partial<Transcript>): Transcript => ({
  outcome: 'ok',
  exitCode: 0,
  stdout: nothing,
  stderr: nothing,
  durationMs: 1,
  ...part,
})

/** Writes down what was asked and answers as told. */
const runnerThat = (answer: (command: Command) => Promise<Transcript> | Transcript) => {
  const asked: Command[] = []
  const runner: CommandRunner = {
    run: async (command) => {
      asked.push(command)
      return answer(command)
    },
  }
  return { asked, runner }
}

const textOf = async (chunks: AsyncIterable<Uint8Array>): Promise<string> => {
  const parts: Uint8Array[] = []
  for await (const chunk of chunks) parts.push(chunk)
  return Buffer.concat(parts).toString()
}

test('every channel is asked by name, newest first and capped, into a file of its own', async () => {
  const { asked, runner } = runnerThat(async ({ intoFile = '' }) => {
    await writeFile(intoFile, '<Event/>')
    return ended({})
  })
  const logs = await collectEvents(runner, { folder: await folder(), withSignIns: false })
  assert.equal(logs.length, eventChannels.length - 1)
  for (const { program, args, intoFile } of asked) {
    assert.equal(program, 'wevtutil')
    assert.deepEqual(args.slice(0, 1), ['qe'])
    assert.deepEqual(args.slice(2, 6), ['/f:xml', '/rd:true', '/c:1000', '/uni:true'])
    assert.ok(intoFile?.endsWith('.xml'))
  }
  assert.equal(new Set(asked.map(({ intoFile }) => intoFile)).size, asked.length)
  const [first] = logs
  assert.equal(first?.record.id, 'events-microsoft-windows-aad-operational')
  assert.equal(first === undefined ? '' : await textOf(first.open()), '<Event/>')
  assert.equal(first === undefined ? '' : await textOf(first.open()), '<Event/>')
})

test('the Security log is asked only with consent, and only for sign-ins', async () => {
  const { asked, runner } = runnerThat(() => ended({}))
  await collectEvents(runner, { folder: await folder(), withSignIns: false })
  assert.ok(asked.every(({ args }) => args[1] !== 'Security'))
  await collectEvents(runner, { folder: await folder(), withSignIns: true })
  const security = asked.filter(({ args }) => args[1] === 'Security')
  assert.equal(security.length, 1)
  assert.equal(security[0]?.args.at(-1), '/q:*[System[(EventID=4624 or EventID=4625)]]')
})

test('a refused, an unknown and a broken log are told apart, and the rest is asked all the same', async () => {
  const codes: Readonly<Record<string, Partial<Transcript>>> = {
    System: { exitCode: 5 },
    'Microsoft-Windows-WebAuthN/Operational': { exitCode: 15007 },
    'Microsoft-Windows-Kerberos/Operational': { exitCode: 87 },
    'Microsoft-Windows-CAPI2/Operational': { outcome: 'timeout' },
  }
  const { runner } = runnerThat(({ args }) => ended(codes[args[1] ?? ''] ?? {}))
  const logs = await collectEvents(runner, { folder: await folder(), withSignIns: false })
  const outcomeOf = (id: string) => logs.find(({ record }) => record.id === id)?.record.outcome
  assert.equal(outcomeOf('events-system'), 'denied')
  assert.equal(outcomeOf('events-microsoft-windows-webauthn-operational'), 'missing')
  assert.equal(outcomeOf('events-microsoft-windows-kerberos-operational'), 'failed')
  assert.equal(outcomeOf('events-microsoft-windows-capi2-operational'), 'timeout')
  assert.equal(outcomeOf('events-microsoft-windows-aad-operational'), 'ok')
})

test('once cancelled, no further log is asked', async () => {
  const cancel = new AbortController()
  const { asked, runner } = runnerThat(() => {
    cancel.abort()
    return ended({ outcome: 'failed' })
  })
  const logs = await collectEvents(runner, { folder: await folder(), withSignIns: true, signal: cancel.signal })
  assert.equal(asked.length, 1)
  assert.equal(logs.length, 1)
})

test('a simulated machine has a log to show', async () => {
  const { runner } = createSimulatedHost('client-value-off')
  const logs = await collectEvents(runner, { folder: await folder(), withSignIns: false })
  const system = logs.find(({ record }) => record.id === 'events-system')
  assert.equal(system?.record.outcome, 'ok')
  const text = system === undefined ? '' : Buffer.from(await textOf(system.open()), 'utf8').toString()
  assert.ok(text.length > 0)
})

test('raw logs are written by Windows’ own tools, and one that writes none is listed', async () => {
  const { asked, runner } = runnerThat(async ({ program, args }) => {
    const path = program === 'mdmdiagnosticstool' ? args[3] : args[2]
    if (program !== 'mdmdiagnosticstool' && path !== undefined) await writeFile(path, program)
    return ended({})
  })
  const files = await collectRawLogs(runner, { folder: await folder(), withSignIns: false })
  assert.deepEqual([...new Set(asked.map(({ program }) => program))], ['wevtutil', 'mdmdiagnosticstool', 'reg'])
  assert.ok(asked.every(({ args }) => !args.some((arg) => /\\SECURITY|^Security$/i.test(arg))))
  const mdm = files.find(({ name }) => name === 'mdm-diagnostics.zip')
  assert.deepEqual([mdm?.outcome, mdm?.size], ['failed', 0])
  const pku2u = files.find(({ name }) => name === 'pku2u.reg')
  assert.equal(pku2u === undefined ? '' : await textOf(pku2u.open()), 'reg')
})
