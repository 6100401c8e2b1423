import { type Browser, test as base, chromium, expect } from '@playwright/test'
import { host } from './host.ts'
import { type ElectronApp, launchApp } from './launch-app.ts'
import type { RunningApp } from './running-app.ts'
import { launchStandIn, type StandIn } from './stand-in/launch.ts'

const isRoot = process.getuid?.() === 0
const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const asApp = (standIn: StandIn): RunningApp => ({
  ...standIn,
  log: () => standIn.log,
  openedLinks: async () => standIn.openedLinks,
  shownFiles: async () => standIn.shownFiles,
  answerDialog: async (path) => standIn.answerDialog(path),
  clipboard: async () => {
    await standIn.context.grantPermissions(['clipboard-read', 'clipboard-write'], {
      origin: new URL(standIn.page.url()).origin,
    })
    return standIn.page.evaluate(() => navigator.clipboard.readText())
  },
  windowCount: () => standIn.context.pages().length,
})

interface Launchers {
  /** Starts the program on whichever host this run has. */
  readonly launch: (...args: readonly string[]) => Promise<RunningApp>
  /** Only for tests that say something about real Electron alone; not run on the stand-in. */
  readonly launchElectron: (...args: readonly string[]) => Promise<ElectronApp>
  /** Only for tests of what the host itself must do for the program; not run on real Electron. */
  readonly launchStandIn: (...args: readonly string[]) => Promise<StandIn>
}

interface Hosts {
  /** The Chromium of the stand-in; null on real Electron. */
  readonly chromiumOfWorker: Browser | null
}

export const test = base.extend<Launchers, Hosts>({
  chromiumOfWorker: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what a fixture needs from here.
    async ({}, use) => {
      if (host.kind === 'app') return use(null)
      if (host.program === '') throw new Error('Start these specs with: npm run test:e2e')
      const browser = await chromium.launch({
        executablePath: host.program,
        args: [...quiet, ...(isRoot ? ['--no-sandbox'] : [])],
      })
      await use(browser)
      await browser.close()
    },
    { scope: 'worker' },
  ],
  launch: async ({ chromiumOfWorker }, use) => {
    const started: RunningApp[] = []
    await use(async (...args) => {
      const app =
        chromiumOfWorker === null
          ? await launchApp(host.program, args)
          : asApp(await launchStandIn(chromiumOfWorker, args))
      started.push(app)
      await expect(app.page.locator('html')).toHaveAttribute('data-ready', 'true')
      return app
    })
    for (const app of started) await app.close()
  },
  launchElectron: async ({ chromiumOfWorker }, use, testInfo) => {
    const started: ElectronApp[] = []
    testInfo.skip(chromiumOfWorker !== null, 'needs real Electron')
    await use(async (...args) => {
      const app = await launchApp(host.program, args)
      started.push(app)
      await expect(app.page.locator('html')).toHaveAttribute('data-ready', 'true')
      return app
    })
    for (const app of started) await app.close()
  },
  launchStandIn: async ({ chromiumOfWorker }, use, testInfo) => {
    const started: StandIn[] = []
    testInfo.skip(chromiumOfWorker === null, 'about the stand-in itself')
    await use(async (...args) => {
      if (chromiumOfWorker === null) throw new Error('There is no stand-in on this host.')
      const app = await launchStandIn(chromiumOfWorker, args)
      started.push(app)
      await expect(app.page.locator('html')).toHaveAttribute('data-ready', 'true')
      return app
    })
    for (const app of started) await app.close()
  },
})

export { expect }
