import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { type Browser, chromium } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { findingsHeading, runCheck, verdict } from './screens.ts'

const root = join(import.meta.dirname, '..', '..')

/** What `npm start` shows where there is no Electron, with the address it prints. */
const startServer = async (...args: readonly string[]) => {
  const server: ChildProcess = spawn(process.execPath, [join(root, 'out', 'loopback', 'server.js'), ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = once(server, 'exit').then(([code]) => code as number)
  if (server.stdout === null) throw new Error('The server has no output.')
  const [address] = (await once(createInterface({ input: server.stdout }), 'line')) as [string]
  return { server, ended, address }
}

const newPage = async (browser: Browser | null) => {
  if (browser === null) return chromium.launch({ channel: 'msedge' }).then((own) => own.newPage())
  return (await browser.newContext()).newPage()
}

test('the same program in a browser: checked, cancelled, closed', async ({ chromiumOfWorker }) => {
  const { ended, address } = await startServer('--simulate', 'client-value-off')
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/enter\/[\w-]{43}$/)
  const page = await newPage(chromiumOfWorker)
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  await page.goto(address)
  // The address bar no longer holds the token.
  expect(new URL(page.url()).pathname).toBe('/')
  await expect(page.getByText(/^Simulated machine/).first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Open a support bundle' })).toHaveCount(0)
  await runCheck(page)
  await expect(verdict(page)).toHaveAttribute('data-verdict', 'fixable')
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('data-ready', 'true')
  expect(errors).toEqual([])
  await page.close()
  expect(await ended).toBe(0)
})

test('progress and cancel work over the loopback bridge', async ({ chromiumOfWorker }) => {
  const { server, ended, address } = await startServer('--simulate', 'entra-client-ready', '--pace', '10')
  const page = await newPage(chromiumOfWorker)
  await page.goto(address)
  await page.getByRole('button', { name: /^Check th/ }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'Answered' }).first()).toBeVisible()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByRole('button', { name: /^Check th/ })).toBeVisible()
  server.kill('SIGINT')
  expect(await ended).toBe(0)
  await page.getByRole('button', { name: /^Check th/ }).click()
  await expect(page.getByText('has ended')).toBeVisible()
  await expect(findingsHeading(page)).toHaveCount(0)
  await page.context().close()
})

test('the address is of no use to a second browser', async ({ chromiumOfWorker }) => {
  const { server, ended, address } = await startServer()
  const page = await newPage(chromiumOfWorker)
  await page.goto(address)
  const other = await newPage(chromiumOfWorker)
  expect((await other.goto(address))?.status()).toBe(403)
  expect((await other.goto(new URL('/', address).href))?.status()).toBe(403)
  server.kill('SIGTERM')
  expect(await ended).toBe(0)
  await Promise.all([page.context().close(), other.context().close()])
})

test('a page of another port of the same address can do nothing', async ({ chromiumOfWorker }) => {
  const { server, ended, address } = await startServer()
  const page = await newPage(chromiumOfWorker)
  await page.goto(address)
  const origin = new URL(address).origin
  const other = await page.context().newPage()
  await other.route('http://127.0.0.1:9999/', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<p>other</p>' }),
  )
  await other.goto('http://127.0.0.1:9999/')
  const answers = await other.evaluate(async (target) => {
    const script = Object.assign(document.createElement('script'), { src: `${target}/loopback/bridge.js` })
    const loaded = new Promise((resolve) => {
      script.addEventListener('load', () => resolve('loaded'))
      script.addEventListener('error', () => resolve('refused'))
    })
    document.head.append(script)
    const call = (options: RequestInit) =>
      fetch(`${target}/loopback/call/welcome`, {
        method: 'POST',
        credentials: 'include',
        body: 'null',
        ...options,
      }).then(
        (response) => (response.type === 'opaque' ? 'sent' : response.status),
        () => 'refused',
      )
    return { script: await loaded, plain: await call({}), blind: await call({ mode: 'no-cors' }) }
  }, origin)
  expect(answers.script).toBe('refused')
  expect(answers.plain).toBe('refused')
  // A blind request may leave the browser; the server refuses it, which the next line of its log would show.
  expect(['refused', 'sent']).toContain(answers.blind)
  server.kill('SIGTERM')
  expect(await ended).toBe(0)
  await page.context().close()
})
