import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { gzipSync } from 'node:zlib'
import { type Browser, chromium, type Page } from '@playwright/test'
import { line, median } from './line.ts'

/** The built window: how soon a verdict can be seen, and how much JavaScript it takes. */
const root = join(import.meta.dirname, '..')
const machine = 'client-value-off'
const rounds = 15
const targetMs = 400
const targetKb = 250

const isRoot = process.getuid?.() === 0
/** Both scripts set up what is missing. */
const script = (name: string) =>
  execFileSync(process.execPath, [join(root, 'scripts', name)], { encoding: 'utf8' }).trim()
script('build.mjs')
const executablePath = script('chromium.mjs')
if (executablePath === '') throw new Error('This needs a Chromium, Chrome or Edge.')

/** Clicks as soon as there is something to click, and waits for the frame in which the verdict is painted. */
const untilVerdict = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let clicked = false
        const look = () => {
          const button = document.querySelector<HTMLButtonElement>('button[type="submit"]')
          if (!clicked && button !== null) {
            clicked = true
            button.click()
          }
          if (document.querySelector('section[aria-label="Verdict"]') !== null)
            requestAnimationFrame(() => setTimeout(() => resolve(performance.now()), 0))
          else requestAnimationFrame(look)
        }
        look()
      }),
  )

const measure = async (browser: Browser): Promise<number> => {
  const server = spawn(process.execPath, [join(root, 'out', 'loopback', 'server.js'), '--simulate', machine], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [address] = (await once(createInterface({ input: server.stdout }), 'line')) as [string]
  const page = await browser.newPage()
  await page.goto(address, { waitUntil: 'commit' })
  // `performance.now()` counts from the start of the navigation to the page.
  const elapsed = await untilVerdict(page)
  await page.close()
  server.kill()
  return elapsed
}

const browser = await chromium.launch({
  executablePath,
  args: ['--disable-gpu', '--disable-quic', ...(isRoot ? ['--no-sandbox'] : [])],
})
await measure(browser)
const times: number[] = []
for (let round = 0; round < rounds; round++) times.push(await measure(browser))
await browser.close()
const opened = median(times)
line(
  'opening the page to a visible verdict, in Chromium',
  opened,
  'ms',
  `${(opened / targetMs).toFixed(2)} of the target ${targetMs} ms`,
)

const assets = join(root, 'out', 'renderer', 'assets')
const scripts = readdirSync(assets).filter((name) => name.endsWith('.js'))
const zipped = (names: readonly string[]) =>
  names.reduce((sum, name) => sum + gzipSync(readFileSync(join(assets, name)), { level: 9 }).length, 0) / 1000
const bytes = zipped(scripts)
const first = zipped(scripts.filter((name) => name.startsWith('index-')))
line('renderer JavaScript, gzip', bytes, 'kB', `${(bytes / targetKb).toFixed(2)} of the target ${targetKb} kB`)
line('read before the first verdict', first, 'kB', `${(first / bytes).toFixed(2)} of all`)
