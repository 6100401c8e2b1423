import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { chromium, expect as expectSoon, type Page } from '@playwright/test'
import { startInWine, textOf } from './lab.ts'
import { insideServerEntry, root, windowsNode, windowsPath } from './lab-files.ts'

/** Scripts are JavaScript, so the type is said here. */
const { chromiumArgs, findChromium } = (await import(pathToFileURL(join(root, 'scripts', 'chromium.mjs')).href)) as {
  readonly chromiumArgs: readonly string[]
  readonly findChromium: () => string | null
}

/** Wine is not fast, and slower on a busy computer. */
export const expect = expectSoon.configure({ timeout: 20_000 })

export interface LabWindow {
  readonly page: Page
  /** Of the program in Windows; a sentence when it does not end. */
  readonly exitCode: () => Promise<number | null | string>
  readonly close: () => Promise<void>
}

/** The product in the lab's Windows, started with `words`, and its window in a Chromium outside. */
export const openLabWindow = async (folder: string, words: readonly string[] = []): Promise<LabWindow> => {
  const server = startInWine(folder, 'server', windowsNode, [
    windowsPath(insideServerEntry),
    windowsPath(root),
    windowsPath(folder),
    ...words,
  ])
  const ended = new Promise<number | null>((resolve) => server.once('exit', resolve))
  const addressOf = async (): Promise<string> => {
    for (let tries = 0; tries < 300 && server.exitCode === null; tries++) {
      const address = /^http:\S+/.exec(textOf(folder, 'server.out'))?.[0]
      if (address !== undefined) return address
      await wait(100)
    }
    throw new Error(`The server gave no address: ${textOf(folder, 'server.err')}`)
  }
  const browser = await chromium.launch({
    executablePath: findChromium() ?? '',
    args: [...chromiumArgs, '--disable-gpu'],
  })
  const page = await browser.newPage()
  const exitCode = () => Promise.race([ended, wait(10_000, 'still running', { ref: false })])
  const close = async () => {
    await browser.close()
    await exitCode()
    server.kill()
  }
  try {
    await page.goto(await addressOf())
  } catch (error) {
    await close()
    throw error
  }
  return { page, exitCode, close }
}
