import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import type { Pc } from '../../core/engine/pc.ts'
import { memoryRegistry } from '../../core/simulated/memory-registry.ts'
import { windowsComeBack } from '../../core/windows/come-back.ts'
import { type ReturnMemory, returnMemory } from '../../core/windows/return-memory.ts'
import { defaultIntent } from '../../shared/intent.ts'
import { inputs } from '../../shared/ipc-schemas.ts'
import { fail, ok } from '../../shared/result.ts'
import { createFindSubject } from '../machines.ts'
import { onlySimulated } from '../simulated-machines.ts'
import { createRestartHandlers } from './restart-handlers.ts'

const root = await mkdtemp(join(tmpdir(), 'pku2u-restart-'))
after(() => rm(root, { recursive: true, force: true }))

const setUp = ({ isLive = false, memory = null as ReturnMemory | null, pc = {} as Partial<Pc> } = {}) => {
  const opened: string[] = []
  const find = createFindSubject(onlySimulated('Only here.', 0))
  const handlers = createRestartHandlers({
    findSubject: async (name) => {
      const subject = await find(name)
      return subject.ok ? ok({ ...subject.value, pc: { ...subject.value.pc, ...pc } }) : subject
    },
    isLive,
    memory,
    openExternal: async (url) => void opened.push(url),
  })
  return { handlers, opened }
}
const intent = { ...defaultIntent, role: 'server', account: 'adele@contoso.com' } as const
const machine = 'entra-server-restart-forgotten'

test('a restart is due, scheduled, cancelled, made, and then not due any more', async () => {
  const { handlers } = setUp()
  const first = await handlers.restartState({ machine })
  assert.ok(first.ok && first.value.due && first.value.scheduledFor === null)
  const at = await handlers.scheduleRestart({ machine, intent, minutes: 15, message: 'Save your work.' })
  assert.ok(at.ok)
  const waiting = await handlers.restartState({ machine })
  assert.ok(waiting.ok && waiting.value.scheduledFor === at.value)
  assert.equal(Date.parse(at.value) - Date.parse(waiting.value.now), 15 * 60_000)
  assert.deepEqual(await handlers.cancelRestart({ machine }), ok(true))
  assert.deepEqual(await handlers.cancelRestart({ machine }), ok(false))
  await handlers.scheduleRestart({ machine, intent, minutes: 0, message: 'Now.' })
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
  const live = setUp({ isLive: true })
  assert.deepEqual(await live.handlers.openSettings({ page: 'emailandaccounts' }), ok(null))
  assert.deepEqual(live.opened, ['ms-settings:emailandaccounts'])
})

describe('coming back', () => {
  const withMemory = async (pc: Partial<Pc> = {}, isLive = true) => {
    const registry = memoryRegistry({ complete: true, keys: { 'HKCU\\Software': {} } })
    const comeBack = windowsComeBack(registry, 'C:\\Program Files\\PKU2U Doctor\\PKU2U Doctor.exe')
    const memory = returnMemory(await mkdtemp(join(root, 'one-')))
    return { comeBack, memory, ...setUp({ isLive, memory, pc: { comeBack, ...pc } }) }
  }
  const soon = { machine, intent, minutes: 15, message: 'Save your work.' }
  const comesBack = async ({ handlers }: Awaited<ReturnType<typeof withMemory>>) => {
    const state = await handlers.restartState({ machine })
    return state.ok && state.value.comesBack
  }

  test('a restart that is scheduled remembers the case and the step; one that is cancelled forgets both', async () => {
    const all = await withMemory()
    assert.equal(await comesBack(all), false)
    assert.ok((await all.handlers.scheduleRestart(soon)).ok)
    assert.equal(await comesBack(all), true)
    assert.deepEqual(await all.memory.take(), ok({ machine, intent }))
    const inputs = { kerberosServer: 'Id : 1', testRun: null }
    await all.handlers.scheduleRestart({ ...soon, inputs })
    assert.deepEqual(await all.memory.take(), ok({ machine, intent, inputs }))
    await all.handlers.scheduleRestart(soon)
    await all.handlers.cancelRestart({ machine })
    assert.deepEqual([await comesBack(all), await all.memory.take()], [false, ok(null)])
  })

  test('a restart at once is remembered before Windows is asked', async () => {
    const seen: unknown[] = []
    const all = await withMemory({
      restart: {
        scheduledFor: async () => null,
        cancel: async () => ok(false),
        schedule: async () => {
          seen.push(all.comeBack.isRemembered(), await all.memory.take())
          return ok('2026-11-20T09:15:01Z')
        },
      },
    })
    await all.handlers.scheduleRestart({ ...soon, minutes: 0 })
    assert.deepEqual(seen, [true, ok({ machine, intent })])
  })

  test('a restart that Windows refuses is forgotten, unless another one is scheduled', async () => {
    for (const [scheduled, remembered] of [
      [null, false],
      ['2026-11-20T09:30:00Z', true],
    ] as const) {
      const all = await withMemory({
        restart: {
          scheduledFor: async () => scheduled,
          cancel: async () => ok(false),
          schedule: async () => fail('conflict', 'A restart is scheduled already. Cancel it first.'),
        },
      })
      assert.equal((await all.handlers.scheduleRestart(soon)).ok, false)
      assert.equal(await comesBack(all), remembered)
    }
  })

  test('somebody else’s profile is not written to, and the window knows that nothing comes back', async () => {
    const all = await withMemory({ somebodyElse: async () => 'PC\\helpdesk' })
    assert.ok((await all.handlers.scheduleRestart(soon)).ok)
    assert.equal(await comesBack(all), false)
  })

  test('without a place for the case, nothing is to come back', async () => {
    const all = await withMemory()
    const { handlers } = setUp({ isLive: true, pc: { comeBack: all.comeBack } })
    await handlers.scheduleRestart(soon)
    assert.equal(all.comeBack.isRemembered(), false)
  })

  test('a simulated machine that restarts at once takes no window with it', async () => {
    const all = await withMemory({}, false)
    await all.handlers.scheduleRestart({ ...soon, minutes: 0 })
    assert.deepEqual([await comesBack(all), await all.memory.take()], [false, ok(null)])
  })
})

const restart = { machine, intent, minutes: 15, message: 'Save your work.' }
const order = { machine: null, ids: ['pku2u.enable'], token: '8b0d3f4e-2f60-4a56-9f0b-2a3f7bb4c111' }

for (const [what, name, input] of [
  ['a message that is too long', 'scheduleRestart', { ...restart, message: 'x'.repeat(513) }],
  ['an empty message', 'scheduleRestart', { ...restart, message: '  ' }],
  ['a message with a line break', 'scheduleRestart', { ...restart, message: 'a\nb' }],
  ['half a minute', 'scheduleRestart', { ...restart, minutes: 0.5 }],
  ['minutes before now', 'scheduleRestart', { ...restart, minutes: -1 }],
  ['more than a week', 'scheduleRestart', { ...restart, minutes: 10_081 }],
  ['a case with more in it', 'scheduleRestart', { ...restart, intent: { ...intent, program: 'C:\\x.exe' } }],
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
