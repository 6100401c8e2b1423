import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, test } from './fixtures.ts'
import { host } from './host.ts'
import { heading, runCheck, step, verdict } from './screens.ts'

const root = join(import.meta.dirname, '..', '..')

test('npm start without Electron and without a display prints an address that works', async ({ chromiumOfWorker }) => {
  test.skip(host.kind === 'app' || process.platform !== 'linux', 'about a computer without Electron and display')
  test.setTimeout(90_000)
  const { DISPLAY: _x, WAYLAND_DISPLAY: _wayland, ...env } = process.env
  const child = spawn(process.execPath, [join(root, 'scripts', 'start.mjs'), '--simulate', 'server-default'], {
    env,
    cwd: root,
  })
  const lines: string[] = []
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => lines.push(...text.split('\n').filter(Boolean)))
  const address = () => lines.find((line) => line.startsWith('http://127.0.0.1:'))
  await expect.poll(address, { timeout: 60_000 }).toBeDefined()
  expect(lines.filter((line) => line.includes('Electron'))).toHaveLength(1)

  const page = await chromiumOfWorker?.newPage()
  if (page === undefined) throw new Error('There is no browser.')
  await page.goto(address() ?? '')
  await runCheck(page)
  await expect(verdict(page)).toHaveAttribute('data-verdict', 'fixable')
  const ended = once(child, 'exit')
  await page.close()
  expect((await ended)[0]).toBe(0)
})

test('a screen that cannot be read is said, and read again when asked', async ({ launchStandIn }) => {
  const { page, reload } = await launchStandIn('--simulate', 'client-value-off')
  const file = '**/later-screens-*.js'
  await page.route(file, (route) => route.abort())
  await reload()
  await expect(heading(page, 'What is going wrong?')).toBeVisible()
  await step(page, /^Rules/).click()
  await expect(page.getByRole('alert')).toHaveText('This screen could not be drawn')
  await page.unroute(file)
  await page.getByRole('button', { name: 'Draw it again' }).click()
  await expect(heading(page, 'Rules')).toBeVisible()
})
