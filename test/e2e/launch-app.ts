import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication } from '@playwright/test'
import type { RunningApp } from './running-app.ts'

const root = join(import.meta.dirname, '..', '..')

export interface ElectronApp extends RunningApp {
  readonly electron: ElectronApplication
}

/** The built program in real Electron, with a profile of its own. */
export const launchApp = async (program: string, args: readonly string[]): Promise<ElectronApp> => {
  const profile = mkdtempSync(join(tmpdir(), 'pku2u-app-'))
  const isRoot = process.getuid?.() === 0
  const electron = await _electron.launch({
    executablePath: program,
    args: [root, `--user-data-dir=${profile}`, ...args],
    cwd: root,
    // As root Chromium cannot sandbox itself; everywhere else the test must see the real sandbox.
    chromiumSandbox: !isRoot,
  })
  const log: string[] = []
  electron
    .process()
    .stderr?.setEncoding('utf8')
    .on('data', (text: string) => log.push(...text.split('\n').filter(Boolean)))
  const page = await electron.firstWindow()
  await electron.evaluate(({ shell }) => {
    const opened: string[] = []
    Object.assign(globalThis, { openedLinks: opened })
    shell.openExternal = async (url) => void opened.push(url)
    const shown: string[] = []
    Object.assign(globalThis, { shownFiles: shown })
    shell.showItemInFolder = (path) => void shown.push(path)
  })
  return {
    electron,
    page,
    log: () => log,
    openedLinks: () => electron.evaluate(() => (globalThis as unknown as { openedLinks: string[] }).openedLinks),
    shownFiles: () => electron.evaluate(() => (globalThis as unknown as { shownFiles: string[] }).shownFiles),
    answerDialog: (path) =>
      electron.evaluate(({ dialog }, chosen) => {
        const answer = { canceled: chosen === null, filePaths: chosen === null ? [] : [chosen] }
        dialog.showOpenDialog = (async () => answer) as typeof dialog.showOpenDialog
        const saved = { canceled: chosen === null, filePath: chosen ?? '' }
        dialog.showSaveDialog = (async () => saved) as typeof dialog.showSaveDialog
      }, path),
    reload: () => page.reload(),
    clipboard: () => electron.evaluate(({ clipboard }) => clipboard.readText()),
    windowCount: () => electron.windows().length,
    close: async () => {
      await electron.close()
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
    },
  }
}
