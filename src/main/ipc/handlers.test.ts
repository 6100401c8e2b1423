import assert from 'node:assert/strict'
import { test } from 'node:test'
import { simulatedMachines } from '../../core/simulated/machines.ts'
import type { Progress } from '../../shared/ipc-contract.ts'
import { onlySimulated } from '../simulated-machines.ts'
import { createHandlers } from './handlers.ts'

const setUp = (overrides: Partial<Parameters<typeof createHandlers>[0]> = {}) => {
  const progress: Progress[] = []
  const opened: string[] = []
  const handlers = createHandlers({
    version: '1.2.3',
    machines: onlySimulated('Only here.', 0),
    chosen: null,
    resume: null,
    memory: null,
    emitProgress: (each) => progress.push(each),
    emitChangeProgress: () => {},
    emitBundleProgress: () => undefined,
    showInFolder: () => undefined,
    chooseRecording: null,
    chooseTarget: null,
    findLink: (check, index) => (check === 'a.b' && index === 0 ? 'https://example.com/' : null),
    openExternal: async (url) => void opened.push(url),
    ...overrides,
  })
  return { handlers, progress, opened }
}
const [first] = simulatedMachines
assert.ok(first !== undefined)
const { name, intent } = first

test('welcome says what this window may ask', async () => {
  const { handlers } = setUp({ chosen: name })
  assert.deepEqual(await handlers.welcome(null), {
    ok: true,
    value: {
      version: '1.2.3',
      simulatedOnly: 'Only here.',
      chosen: name,
      machines: simulatedMachines,
      canOpenFiles: false,
      returning: null,
    },
  })
})

test('a window for this PC lists no simulated machines and asks none', async () => {
  const open = () => assert.fail('nothing may be asked')
  const { handlers } = setUp({ machines: { kind: 'live', open } })
  const welcome = await handlers.welcome(null)
  assert.ok(welcome.ok)
  assert.equal(welcome.value.simulatedOnly, null)
  assert.deepEqual(welcome.value.machines, [])
  const run = await handlers.runChecks({ intent, machine: name })
  assert.ok(!run.ok && run.fault.code === 'refused')
})

test('a window for simulated machines refuses this PC and unknown names', async () => {
  const { handlers } = setUp()
  const live = await handlers.runChecks({ intent, machine: null })
  assert.ok(!live.ok && live.fault.code === 'refused')
  assert.equal(live.fault.message, 'Only here.')
  const unknown = await handlers.runChecks({ intent, machine: 'constructor' })
  assert.ok(!unknown.ok && unknown.fault.code === 'invalid-input')
})

test('a run answers a report and tells its progress', async () => {
  const { handlers, progress } = setUp()
  const run = await handlers.runChecks({ intent, machine: name })
  assert.ok(run.ok)
  assert.equal(run.value.source, 'simulated')
  assert.ok(progress.some(({ state }) => state === 'running'))
  assert.ok(progress.some(({ state }) => state === 'answered'))
})

test('cancelling ends a run at once and silences it', async () => {
  const { handlers, progress } = setUp({ machines: onlySimulated('Only here.', 1) })
  const run = handlers.runChecks({ intent, machine: name })
  await new Promise((resolve) => setTimeout(resolve, 20))
  assert.deepEqual(await handlers.cancelChecks(null), { ok: true, value: true })
  const told = progress.length
  const answer = await run
  assert.ok(!answer.ok && answer.fault.code === 'cancelled')
  // The programs that were ended report it a moment later.
  await new Promise((resolve) => setTimeout(resolve, 50))
  assert.equal(progress.length, told)
  assert.deepEqual(await handlers.cancelChecks(null), { ok: true, value: false })
})

test('a second run ends the first', async () => {
  const { handlers } = setUp()
  const [one, two] = await Promise.all([
    handlers.runChecks({ intent, machine: name }),
    handlers.runChecks({ intent, machine: name }),
  ])
  assert.ok(!one.ok && one.fault.code === 'cancelled')
  assert.ok(two.ok)
})

test('opening a recording: refused where there are no files, null when closed, a fault when it is none', async () => {
  const refused = await setUp().handlers.openRecording(null)
  assert.ok(!refused.ok && refused.fault.code === 'refused')
  const closed = await setUp({ chooseRecording: async () => null }).handlers.openRecording(null)
  assert.deepEqual(closed, { ok: true, value: null })
  const missing = await setUp({ chooseRecording: async () => '/no/such/file.zip' }).handlers.openRecording(null)
  assert.ok(!missing.ok && missing.fault.code === 'missing')
})

test('a link is opened by its place in the table and refused otherwise', async () => {
  const { handlers, opened } = setUp()
  assert.deepEqual(await handlers.openLink({ check: 'a.b', index: 0 }), { ok: true, value: null })
  const refused = await handlers.openLink({ check: 'a.b', index: 1 })
  assert.ok(!refused.ok && refused.fault.code === 'refused')
  assert.deepEqual(opened, ['https://example.com/'])
})
