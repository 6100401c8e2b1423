import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inputs } from '../../shared/ipc-schemas.ts'
import { fail, ok } from '../../shared/result.ts'
import { createFindSubject } from '../machines.ts'
import { onlySimulated } from '../simulated-machines.ts'
import { createRestartHandlers } from './restart-handlers.ts'

const setUp = (isLive = false) => {
  const opened: string[] = []
  const handlers = createRestartHandlers({
    findSubject: createFindSubject(onlySimulated('Only here.', 0)),
    isLive,
    openExternal: async (url) => void opened.push(url),
  })
  return { handlers, opened }
}
const machine = 'entra-server-restart-forgotten'

test('a restart is due, scheduled, cancelled, made, and then not due any more', async () => {
  const { handlers } = setUp()
  const first = await handlers.restartState({ machine })
  assert.ok(first.ok && first.value.due && first.value.scheduledFor === null)
  const at = await handlers.scheduleRestart({ machine, minutes: 15, message: 'Save your work.' })
  assert.ok(at.ok)
  const waiting = await handlers.restartState({ machine })
  assert.ok(waiting.ok && waiting.value.scheduledFor === at.value)
  assert.equal(Date.parse(at.value) - Date.parse(waiting.value.now), 15 * 60_000)
  assert.deepEqual(await handlers.cancelRestart({ machine }), ok(true))
  assert.deepEqual(await handlers.cancelRestart({ machine }), ok(false))
  await handlers.scheduleRestart({ machine, minutes: 0, message: 'Now.' })
  const after = await handlers.restartState({ machine })
  assert.ok(after.ok && !after.value.due)
})

test('Windows settings are opened from a closed list, and only on this PC', async () => {
  const simulated = setUp()
  assert.deepEqual(
    await simulated.handlers.openSettings({ page: 'emailandaccounts' }),
    fail('refused', 'A simulated machine has no Windows settings to open.'),
  )
  assert.deepEqual(simulated.opened, [])
  const live = setUp(true)
  assert.deepEqual(await live.handlers.openSettings({ page: 'emailandaccounts' }), ok(null))
  assert.deepEqual(live.opened, ['ms-settings:emailandaccounts'])
})

const restart = { machine, minutes: 15, message: 'Save your work.' }
const order = { machine: null, ids: ['pku2u.enable'], token: '8b0d3f4e-2f60-4a56-9f0b-2a3f7bb4c111' }

for (const [what, name, input] of [
  ['a message that is too long', 'scheduleRestart', { ...restart, message: 'x'.repeat(513) }],
  ['an empty message', 'scheduleRestart', { ...restart, message: '  ' }],
  ['a message with a line break', 'scheduleRestart', { ...restart, message: 'a\nb' }],
  ['half a minute', 'scheduleRestart', { ...restart, minutes: 0.5 }],
  ['minutes before now', 'scheduleRestart', { ...restart, minutes: -1 }],
  ['more than a week', 'scheduleRestart', { ...restart, minutes: 10_081 }],
  ['another page of the settings', 'openSettings', { page: 'windowsupdate' }],
  ['an address', 'openSettings', { page: 'ms-settings:emailandaccounts' }],
  ['a change id with a path', 'undoChange', { machine, id: '../journal' }],
  ['no fixes', 'planFixes', { ...order, ids: [] }],
  ['a fix with a path', 'planFixes', { ...order, ids: ['HKLM\\SOFTWARE'] }],
  ['a token that is none', 'applyFixes', { ...order, token: 'x', evenIfManaged: true }],
  ['a key beside the machine', 'history', { machine, key: 'HKLM\\SOFTWARE' }],
] as const)
  test(`${what} is refused by its schema`, () => assert.equal(inputs[name].safeParse(input).success, false))

test('the longest message is taken', () => {
  assert.ok(inputs.scheduleRestart.safeParse({ ...restart, message: 'x'.repeat(512) }).success)
})
