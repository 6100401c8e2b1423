import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type Answer, answeringRunner } from '../../../test/kit/answering-runner.ts'
import { memoryRegistry } from '../simulated/memory-registry.ts'
import { runOnce, runOnceName, windowsComeBack } from './come-back.ts'
import { longestMessage, windowsRestart } from './windows-restart.ts'

const now = new Date('2026-11-20T09:15:00Z')
let startedAt = new Date('2026-11-20T07:58:12Z')
const empty = { complete: true, keys: { 'HKCU\\Software': {} } }
const control = (...answers: Answer[]) => {
  const { runner, asked } = answeringRunner(...answers)
  const registry = memoryRegistry(empty)
  return { asked, registry, restart: windowsRestart(runner, registry, { now: () => now, startedAt: () => startedAt }) }
}
const ended = (exitCode: number, stderr = '') => ({ exitCode, stderr: Buffer.from(stderr, 'latin1') })
const codeOf = (result: { readonly ok: boolean; readonly fault?: { readonly code: string } }) =>
  result.ok ? 'ok' : result.fault?.code

describe('scheduling a restart', () => {
  test('asks shutdown.exe in its own words, and remembers when it will be', async () => {
    const { asked, restart } = control(ended(0))
    assert.deepEqual(await restart.schedule(15, 'Save "now" & go'), { ok: true, value: '2026-11-20T09:30:00.000Z' })
    assert.deepEqual(
      asked.map(({ program, args }) => [program, ...args]),
      [['shutdown', '/r', '/t', '900', '/d', 'p:4:1', '/c', 'Save "now" & go']],
    )
    assert.equal(await restart.scheduledFor(), '2026-11-20T09:30:00.000Z')
  })

  test('what was scheduled is over when the PC was restarted before that', async (t) => {
    const { restart } = control(ended(0))
    await restart.schedule(15, 'x')
    const before = startedAt
    t.after(() => {
      startedAt = before
    })
    startedAt = new Date('2026-11-20T09:15:30Z')
    assert.equal(await restart.scheduledFor(), null)
  })

  test('now, and in half a minute', async () => {
    const { asked, restart } = control(ended(0))
    await restart.schedule(0, 'x')
    await restart.schedule(0.5, 'x')
    assert.deepEqual(
      asked.map(({ args }) => args[2]),
      ['0', '30'],
    )
    assert.equal(await restart.scheduledFor(), '2026-11-20T09:15:30.000Z')
  })

  test('a message or a time that Windows does not take is refused before it is asked', async () => {
    const { asked, restart } = control(ended(0))
    for (const [minutes, message] of [
      [1, ''],
      [1, 'two\nlines'],
      [1, 'x'.repeat(longestMessage + 1)],
      [-1, 'x'],
      [Number.NaN, 'x'],
      [6_000_000, 'x'],
    ] as const)
      assert.equal(codeOf(await restart.schedule(minutes, message)), 'invalid-input')
    assert.equal(asked.length, 0)
    assert.equal(codeOf(await restart.schedule(1, 'x'.repeat(longestMessage))), 'ok')
  })

  for (const [what, answer, code, sentence] of [
    ['1190 by its exit code', ended(1190), 'conflict', /Cancel it first/],
    [
      '1190 in English',
      ended(1, 'A system shutdown has already been scheduled.(1190)\r\n'),
      'conflict',
      /Cancel it first/,
    ],
    ['1190 in German', ended(1, 'Das Herunterfahren wurde bereits geplant.(1190)\r\n'), 'conflict', /Cancel it first/],
    ['1190 in wide brackets', ended(1, '\x81i1190\x81j\r\n'), 'conflict', /Cancel it first/],
    ['1115', ended(1, 'In Bearbeitung.(1115)\n'), 'conflict', /shutting down already/],
    ['1191', ended(1191), 'conflict', /Other people/],
    ['5', ended(1, 'Zugriff verweigert(5)\r\n'), 'denied', /does not let/],
    ['anything else', ended(87), 'failed', /\(87\)/],
    ['no shutdown.exe', { outcome: 'missing' as const }, 'missing', /could not be asked/],
  ] as const)
    test(`${what} is understood`, async () => {
      const { restart } = control(answer)
      const result = await restart.schedule(5, 'x')
      assert.equal(codeOf(result), code)
      assert.match(result.ok ? '' : result.fault.message, sentence)
      assert.equal(await restart.scheduledFor(), null)
    })
})

describe('cancelling and knowing', () => {
  test('what is over, or was never scheduled here, is not known', async () => {
    const { registry, restart } = control(ended(0))
    assert.equal(await restart.scheduledFor(), null)
    registry.setValue('HKCU\\Software\\PKU2U Doctor', 'RestartAt', ['REG_SZ', '2026-11-20T09:00:00Z'])
    assert.equal(await restart.scheduledFor(), null)
    registry.setValue('HKCU\\Software\\PKU2U Doctor', 'RestartAt', ['REG_SZ', 'soon'])
    assert.equal(await restart.scheduledFor(), null)
  })

  for (const [answer, expected] of [
    [ended(0), { ok: true, value: true }],
    [ended(1116), { ok: true, value: false }],
    [ended(1, 'Es wurde kein Herunterfahren ausgef\xfchrt.(1116)\r\n'), { ok: true, value: false }],
  ] as const)
    test(`cancel that ends with ${answer.exitCode} answers ${expected.value}`, async () => {
      const { restart, asked } = control(ended(0), answer)
      await restart.schedule(5, 'x')
      assert.deepEqual(await restart.cancel(), expected)
      assert.deepEqual(asked.at(-1)?.args, ['/a'])
      assert.equal(await restart.scheduledFor(), null)
    })

  test('a refusal keeps what is known', async () => {
    const { restart } = control(ended(0), ended(5))
    await restart.schedule(5, 'x')
    assert.equal(codeOf(await restart.cancel()), 'denied')
    assert.notEqual(await restart.scheduledFor(), null)
  })
})

test('coming back is one value of this user, and goes again', () => {
  const registry = memoryRegistry(empty)
  const program = 'C:\\Program Files\\PKU2U Doctor\\PKU2U Doctor.exe'
  const back = windowsComeBack(registry, program)
  assert.equal(back.isRemembered(), false)
  assert.ok(back.remember('restart').ok)
  assert.equal(back.isRemembered(), true)
  assert.deepEqual(registry.value(runOnce, runOnceName), {
    ok: true,
    value: ['REG_SZ', `"${program}" --resume restart`],
  })
  for (const place of ['x.exe', `C:\\${'x'.repeat(260)}.exe`, 'C:\\a" & calc "\\x.exe'])
    assert.equal(codeOf(windowsComeBack(registry, place).remember('restart')), 'invalid-input')
  assert.equal(codeOf(windowsComeBack(registry, null).remember('restart')), 'refused')
  assert.ok(back.forget().ok)
  assert.deepEqual(registry.value(runOnce, runOnceName), { ok: true, value: null })
  assert.equal(back.isRemembered(), false)
})
