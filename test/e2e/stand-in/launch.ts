import { fork } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page, Response } from '@playwright/test'
import { appUrl, describe, pageOrigin } from './page-address.ts'
import { answerRequests } from './page-requests.ts'
import { connect } from './peer.ts'
import { deliverBinding, invokeBinding, preloadScript } from './preload-script.ts'

const folder = import.meta.dirname
const root = join(folder, '..', '..', '..')

interface WindowOptions {
  readonly webPreferences: { readonly preload: string; readonly sandbox: boolean; readonly contextIsolation: boolean }
}

export interface StandIn {
  readonly page: Page
  readonly context: BrowserContext
  readonly log: readonly string[]
  readonly openedLinks: readonly string[]
  readonly shownFiles: readonly string[]
  readonly windowOptions: () => unknown
  readonly exitCode: Promise<number | null>
  /** What the next file dialog answers. */
  answerDialog(path: string | null): void
  reload(): Promise<Response | null>
  /** Sends a message as any frame, listed or not. */
  invokeAs(frame: unknown, channel: string, ...args: unknown[]): Promise<unknown>
  close(): Promise<void>
}

/** Starts the built program against the stand-in and waits for its window, or for its end when it opens none. */
export const launchStandIn = async (browser: Browser, args: readonly string[]): Promise<StandIn> => {
  // Before the program starts: from its start on nothing here waits until every call it can make has its answer.
  const context = await browser.newContext({ viewport: { width: 1240, height: 860 } })
  const logs = mkdtempSync(join(tmpdir(), 'pku2u-stand-in-'))
  const child = fork(join(folder, 'run-main.ts'), [join(root, 'out', 'main', 'index.js'), ...args], {
    cwd: root,
    execArgv: ['--import', join(folder, 'register.ts')],
    serialization: 'advanced',
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, STAND_IN_LOGS: logs },
  })
  const log: string[] = []
  child.stderr?.setEncoding('utf8').on('data', (text: string) => log.push(...text.split('\n').filter(Boolean)))
  const exitCode = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const peer = connect({
    send: (message) => child.connected && child.send(message as object, () => undefined),
    on: (name, listener) => child.on(name, listener),
  })

  const openedLinks: string[] = []
  const shownFiles: string[] = []
  let page: Page | undefined
  let options: unknown
  let nextFile: string | null = null
  let expected: string | null = null
  let setLoaded = () => {}
  const loaded = new Promise<'loaded'>((resolve) => {
    setLoaded = () => resolve('loaded')
  })

  const isExpected = (url: string) => {
    const was = url === expected
    if (was) expected = null
    return was
  }
  peer.answer('createWindow', async (_id: number, given: WindowOptions, { sandboxed }: { sandboxed: boolean }) => {
    const { preload, sandbox, contextIsolation } = given.webPreferences
    if (!sandboxed || !sandbox || !contextIsolation)
      throw new Error('The stand-in only knows sandboxed, isolated pages.')
    options = given
    page = await context.newPage()
    context.on('page', async (opened) => {
      const action = await peer.call('windowOpenAction', 1, appUrl(opened.url()))
      if (action !== 'deny') throw new Error('The stand-in only knows denied windows.')
      await opened.close()
    })
    if (await peer.call('isPermitted', 'clipboard-sanitized-write', 'app://desk/'))
      await context.grantPermissions(['clipboard-write'], { origin: pageOrigin })
    await context.route('**/*', answerRequests({ peer, page: () => page, isExpected }))
    await page.exposeBinding(invokeBinding, ({ frame }, channel: string, sent: unknown[]) =>
      peer.call('invoke', channel, describe(frame), sent),
    )
    await page.addInitScript(preloadScript(readFileSync(preload, 'utf8')))
    page.on('close', () => void peer.call('closed', 1).catch(() => undefined))
  })
  peer.answer('loadURL', async (_id: number, url: string) => {
    expected = url.replace('app://desk', pageOrigin)
    await page?.goto(expected)
    setLoaded()
  })
  peer.answer('show', () => undefined)
  peer.answer('send', async (_id: number, channel: string, sent: unknown[]) => {
    await page?.evaluate(
      ([name, deliver, values]) =>
        (globalThis as unknown as Record<string, (channel: string, args: unknown) => void>)[deliver]?.(name, values),
      [channel, deliverBinding, sent] as const,
    )
  })
  peer.answer('showItemInFolder', (path: string) => void shownFiles.push(path))
  peer.answer('openExternal', (url: string) => void openedLinks.push(url))
  peer.answer('showOpenDialog', () => ({
    canceled: nextFile === null,
    filePaths: nextFile === null ? [] : [nextFile],
  }))
  peer.answer('showSaveDialog', () => ({ canceled: nextFile === null, filePath: nextFile ?? '' }))

  const ended = exitCode.then(() => 'ended' as const)
  if ((await Promise.race([loaded, ended])) === 'ended') {
    await context.close()
    throw new Error(`The program ended without a window.\n${log.join('\n')}`)
  }
  if (page === undefined) throw new Error('The program loaded no page.')
  const shown = page

  return {
    page: shown,
    context,
    log,
    openedLinks,
    shownFiles,
    windowOptions: () => options,
    exitCode,
    answerDialog: (path) => {
      nextFile = path
    },
    reload: async () => {
      expected = shown.url()
      return shown.reload()
    },
    invokeAs: (frame, channel, ...sent) => peer.call('invoke', channel, frame, sent),
    close: async () => {
      await context.close()
      // The program ends itself when its last window is closed.
      const inTime = await Promise.race([exitCode, new Promise<'late'>((late) => setTimeout(late, 5000, 'late'))])
      if (inTime === 'late') child.kill('SIGKILL')
    },
  }
}
