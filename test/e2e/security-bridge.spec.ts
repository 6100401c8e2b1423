import { requests } from '../../src/shared/ipc-contract.ts'
import { expect, test } from './fixtures.ts'

interface Reply {
  readonly ok: boolean
  readonly fault?: { readonly code: string }
}
type Bridge = Record<string, (...args: unknown[]) => Promise<Reply>>
interface Bridged {
  readonly bridge: Bridge
}

test('the bridge is the contract and one way to listen, and cannot be changed', async ({ launch }) => {
  const { page } = await launch()
  const keys = await page.evaluate(() => Object.keys((globalThis as unknown as Bridged).bridge))
  expect(keys.sort()).toEqual([...Object.keys(requests), 'on'].sort())
  const after = await page.evaluate(async () => {
    const holder = globalThis as unknown as { bridge: Bridge }
    const own = holder.bridge
    for (const change of [
      () => Object.assign(own, { runChecks: () => 'changed' }),
      () => Object.assign(holder, { bridge: {} }),
      () => Reflect.deleteProperty(holder, 'bridge'),
    ])
      try {
        change()
      } catch {}
    return { same: holder.bridge === own, welcome: await holder.bridge['welcome']?.(null) }
  })
  expect(after).toMatchObject({ same: true, welcome: { ok: true } })
})

test('a listener gets one argument, plain data, and can stop', async ({ launch }) => {
  const { page } = await launch('--simulate', 'entra-client-ready')
  const seen = await page.evaluate(async () => {
    const { bridge } = globalThis as unknown as Bridged
    const calls: unknown[][] = []
    const on = bridge['on'] as unknown as (name: string, listener: (...args: unknown[]) => void) => () => void
    const stop = on('probeChanged', (...args) => calls.push(args))
    const welcome = (await bridge['welcome']?.(null)) as unknown as {
      value: { machines: { name: string; intent: object }[] }
    }
    const { name, intent } = welcome.value.machines[0] ?? { name: '', intent: {} }
    await bridge['runChecks']?.({ intent, machine: name })
    await new Promise((resolve) => setTimeout(resolve, 200))
    const heard = calls.length
    stop()
    await bridge['runChecks']?.({ intent, machine: name })
    await new Promise((resolve) => setTimeout(resolve, 200))
    let unknown = 'accepted'
    try {
      on('nothing', () => undefined)
    } catch {
      unknown = 'refused'
    }
    return { heard, after: calls.length, unknown, calls: JSON.parse(JSON.stringify(calls)) as unknown[][] }
  })
  expect(seen.heard).toBeGreaterThan(0)
  expect(seen.after).toBe(seen.heard)
  expect(seen.unknown).toBe('refused')
  for (const call of seen.calls) {
    expect(call).toHaveLength(1)
    expect(Object.keys(call[0] as object).sort()).toEqual(['durationMs', 'id', 'label', 'outcome', 'state'])
  }
})

test('unexpected input is refused with a fault, and the log says so', async ({ launch }) => {
  const app = await launch()
  const bad = ['text', { machine: null }, { intent: {}, machine: '../../etc/passwd' }, ['x'.repeat(1_000_000)], 42]
  for (const input of bad) {
    const reply = await app.page.evaluate(
      (given) => (globalThis as unknown as Bridged).bridge['runChecks']?.(given),
      input,
    )
    expect(reply).toMatchObject({ ok: false, fault: { code: 'invalid-input' } })
  }
  await expect.poll(() => app.log().filter((line) => line.includes('unexpected input')).length).toBe(bad.length)
  const cloned = app.page.evaluate(() => (globalThis as unknown as Bridged).bridge['runChecks']?.(() => undefined))
  await expect(cloned).rejects.toThrow(/could not be cloned/)
})

test('a link of no check is refused', async ({ launch }) => {
  const app = await launch()
  for (const input of [
    { check: 'no.check', index: 0 },
    { check: 'pku2u.setting', index: 49 },
  ]) {
    const reply = await app.page.evaluate(
      (given) => (globalThis as unknown as Bridged).bridge['openLink']?.(given),
      input,
    )
    expect(reply).toMatchObject({ ok: false, fault: { code: 'refused' } })
  }
  expect(await app.openedLinks()).toEqual([])
})

test('a frame inside the page has no bridge', async ({ launch }) => {
  const { page } = await launch()
  const inner = await page.evaluate(() => {
    const frame = document.createElement('iframe')
    document.body.append(frame)
    return typeof (frame.contentWindow as unknown as Partial<Bridged>).bridge
  })
  expect(inner).toBe('undefined')
})
