import { webPreferences } from '../../src/main/security/web-preferences.ts'
import { type RequestName, requests } from '../../src/shared/ipc-contract.ts'
import { expect, test } from './fixtures.ts'

const names = Object.keys(requests) as RequestName[]
const ours = { url: 'app://desk/', parent: null, detached: false }

test('the built program opens its window with the one set of preferences', async ({ launchStandIn }) => {
  const app = await launchStandIn()
  const { webPreferences: given, show } = app.windowOptions() as {
    webPreferences: Record<string, unknown>
    show: boolean
  }
  const { preload, devTools, ...rest } = given
  expect(rest).toEqual(webPreferences)
  expect(String(preload)).toMatch(/out[\\/]preload[\\/]index\.cjs$/)
  // Unpackaged only: `app.isPackaged` turns them off.
  expect(devTools).toBe(true)
  expect(show).toBe(false)
})

test('the built program refuses every message from eight hostile frames, and says so in its log', async ({
  launchStandIn,
}) => {
  const app = await launchStandIn()
  const hostile = [
    null,
    { ...ours, parent: ours },
    { ...ours, detached: true },
    { ...ours, url: 'about:blank' },
    { ...ours, url: 'data:text/html,x' },
    { ...ours, url: 'https://desk/' },
    { ...ours, url: 'app://desk.evil/' },
    { ...ours, url: '' },
  ]
  for (const frame of hostile)
    for (const name of names)
      expect(await app.invokeAs(frame, `app:${name}`, null)).toMatchObject({ ok: false, fault: { code: 'refused' } })
  await expect
    .poll(() => app.log.filter((line) => line.includes('untrusted frame')).length)
    .toBe(hostile.length * names.length)
})

test('a message that is not in the contract has no handler', async ({ launchStandIn }) => {
  const app = await launchStandIn()
  for (const channel of ['app:', 'app:nothing', 'app:probeChanged', 'welcome', 'app:__proto__', 'app:constructor'])
    await expect(app.invokeAs(ours, channel, null)).rejects.toThrow(/No handler registered/)
})

test('the live machine cannot be asked on a computer that is not Windows', async ({ launchStandIn }) => {
  test.skip(process.platform === 'win32', 'on Windows the live machine is what is asked')
  const app = await launchStandIn()
  const intent = { role: 'client', track: 'rdp', path: 'pku2u', account: null, peer: null, domain: null }
  const reply = await app.invokeAs(ours, 'app:runChecks', { intent, machine: null })
  expect(reply).toMatchObject({ ok: false, fault: { code: 'refused' } })
})

test('closing the window ends the program', async ({ launchStandIn }) => {
  const app = await launchStandIn()
  await app.page.close()
  expect(await app.exitCode).toBe(0)
})
