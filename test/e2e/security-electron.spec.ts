import { join } from 'node:path'
import { type RequestName, requests } from '../../src/shared/ipc-contract.ts'
import { expect, test } from './fixtures.ts'
import { runCheck, verdict } from './screens.ts'

/** Only meaningful on real Electron: what Chromium's own sandbox, isolation and permissions do for us. */
const names = Object.keys(requests) as RequestName[]
const preload = join(import.meta.dirname, '..', '..', 'out', 'preload', 'index.cjs')

test('the page comes from our own scheme', async ({ launchElectron }) => {
  const { page } = await launchElectron()
  expect(page.url()).toMatch(/^app:\/\/desk\//)
})

test('there is no Node in the page, its workers or its frames', async ({ launchElectron }) => {
  const { page } = await launchElectron()
  const found = await page.evaluate(() => {
    const frame = document.createElement('iframe')
    document.body.append(frame)
    const looked = [globalThis, frame.contentWindow]
    const nodes = ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron']
    return looked.flatMap((scope) => nodes.filter((name) => scope !== null && name in scope))
  })
  expect(found).toEqual([])
})

test('a page that breaks its own built-ins breaks only itself', async ({ launchElectron }) => {
  const { page } = await launchElectron('--simulate', 'client-value-off')
  const reply = await page.evaluate(async () => {
    interface Reply {
      readonly value: {
        readonly machines: { name: string; intent: object }[]
        readonly verdict: { readonly state: string }
      }
    }
    const { bridge } = globalThis as unknown as { bridge: Record<string, (input: unknown) => Promise<Reply>> }
    const welcome = await bridge['welcome']?.(null)
    const machine = welcome?.value.machines.find(({ name }) => name === 'client-value-off')
    Object.assign(Array.prototype, { map: () => ['broken'] })
    Function.prototype.call = () => 'broken'
    Object.prototype.toString = () => 'broken'
    const report = await bridge['runChecks']?.({ intent: machine?.intent, machine: machine?.name })
    return report?.value.verdict.state
  })
  expect(reply).toBe('fixable')
})

test('every renderer is sandboxed', async ({ launchElectron }) => {
  test.skip(process.getuid?.() === 0, 'Chromium does not sandbox itself as root')
  const { electron } = await launchElectron()
  const tabs = await electron.evaluate(({ app }) => app.getAppMetrics().filter(({ type }) => type === 'Tab'))
  expect(tabs.length).toBeGreaterThan(0)
  if (process.platform !== 'win32') return
  for (const { sandboxed, integrityLevel } of tabs) {
    expect(sandboxed).toBe(true)
    expect(['untrusted', 'low']).toContain(integrityLevel)
  }
})

test('permissions are denied, copying works', async ({ launchElectron }) => {
  const app = await launchElectron('--simulate', 'client-value-off')
  const denied = await app.page.evaluate(async () => {
    const refused = (start: () => Promise<unknown>) =>
      start().then(
        () => false,
        () => true,
      )
    return {
      notifications: (await Notification.requestPermission()) !== 'granted',
      media: await refused(() => navigator.mediaDevices.getUserMedia({ audio: true })),
      screen: await refused(() => navigator.mediaDevices.getDisplayMedia()),
      reading: await refused(() => navigator.clipboard.readText()),
    }
  })
  expect(denied).toEqual({ notifications: true, media: true, screen: true, reading: true })
  await runCheck(app.page)
  await app.page.getByRole('button', { name: 'Copy ticket text' }).click()
  await expect.poll(() => app.clipboard()).not.toBe('')
})

test('a webview is nothing but an unknown element', async ({ launchElectron }) => {
  const { electron, page } = await launchElectron()
  const count = () => electron.evaluate(({ webContents }) => webContents.getAllWebContents().length)
  const before = await count()
  await page.evaluate(() => {
    const view = document.createElement('webview')
    view.setAttribute('src', 'https://example.com/')
    document.body.append(view)
  })
  await page.waitForLoadState('networkidle')
  expect(await count()).toBe(before)
})

test('a hidden window with our preload on another page is refused everything', async ({ launchElectron }) => {
  const { electron } = await launchElectron()
  const codes = await electron.evaluate(
    async ({ BrowserWindow }, [path, list]) => {
      const webPreferences = { preload: path, sandbox: true, contextIsolation: true, partition: 'hostile' }
      const window = new BrowserWindow({ show: false, webPreferences })
      await window.loadURL('data:text/html,<p>hostile</p>')
      const code = `Promise.all(${JSON.stringify(list)}.map(async (name) => (await bridge[name](null)).fault?.code))`
      const answers = (await window.webContents.executeJavaScript(code)) as string[]
      window.destroy()
      return answers
    },
    [preload, names] as const,
  )
  expect(codes).toEqual(names.map(() => 'refused'))
})

test('requests that get past the policy are cancelled', async ({ launchElectron }) => {
  const { electron } = await launchElectron()
  const failure = await electron.evaluate(async ({ session }) => {
    try {
      await session.defaultSession.fetch('https://example.com/')
      return 'reached'
    } catch (error) {
      return String(error)
    }
  })
  expect(failure).toMatch(/ERR_BLOCKED_BY_CLIENT/)
})

test('the verdict is there in the real window', async ({ launchElectron }) => {
  const { page } = await launchElectron('--simulate', 'entra-client-ready')
  await runCheck(page)
  await expect(verdict(page)).toHaveAttribute('data-verdict', 'ready')
})
