import { basename, dirname, join } from 'node:path'
import { app, type BrowserWindow, dialog, protocol, session, shell } from 'electron'
import { checks } from '../core/checks/registry.ts'
import { guides } from '../core/guides/registry.ts'
import { version } from '../core/version.ts'
import { type ReturnMemory, returnMemory } from '../core/windows/return-memory.ts'
import { createWindowsHost } from '../core/windows/windows-host.ts'
import { createWindowsPc } from '../core/windows/windows-pc.ts'
import { channelOf, type EventName, type Payload } from '../shared/ipc-contract.ts'
import { ok } from '../shared/result.ts'
import { createDispatch } from './ipc/dispatch.ts'
import type { Suggestion } from './ipc/hand-over-handlers.ts'
import { createHandlers } from './ipc/handlers.ts'
import { serve } from './ipc/serve.ts'
import { isAppFrame } from './ipc/trusted-frame.ts'
import { createLog, describeError } from './log.ts'
import { logFile } from './log-file.ts'
import type { Machines } from './machines.ts'
import { setMenu } from './menu.ts'
import { createAppProtocol, scheme, startUrl } from './security/app-protocol.ts'
import { findBuiltFiles } from './security/built-files.ts'
import { createFindLink } from './security/external-links.ts'
import { lockContents, lockSession } from './security/lock-down.ts'
import { keptMachine, onlySimulated } from './simulated-machines.ts'
import { createWindow } from './window.ts'
import type { WindowOptions } from './window-options.ts'

const out = join(import.meta.dirname, '..')
const stderr = (line: string) => process.stderr.write(`${line}\n`)

const isLive = ({ simulate }: WindowOptions): boolean => simulate === null && process.platform === 'win32'

const machinesFor = (options: WindowOptions): Machines =>
  isLive(options)
    ? { kind: 'live', open: async () => ok({ asUser: createWindowsHost(), pc: createWindowsPc() }) }
    : onlySimulated(
        options.simulate === null
          ? 'This is not Windows, so only simulated machines can be checked.'
          : 'The program was started with --simulate, so only simulated machines can be checked.',
        options.pace,
        keptMachine(options),
      )

/** This PC's case lies with the user's own files of the program, a simulated machine's with its state. */
const memoryFor = (options: WindowOptions): ReturnMemory | null => {
  const folder = isLive(options) ? app.getPath('userData') : options.state
  return folder === null ? null : returnMemory(folder)
}

/** A zipped bundle or recording, or the machine.json of a recording's folder. */
const chooseRecording = async (window: BrowserWindow | null): Promise<string | null> => {
  const options: Electron.OpenDialogOptions = {
    title: 'Open a support bundle',
    properties: ['openFile'],
    filters: [{ name: 'Support bundle or recording', extensions: ['zip', 'json'] }],
  }
  const answer = window === null ? await dialog.showOpenDialog(options) : await dialog.showOpenDialog(window, options)
  const path = answer.filePaths[0]
  if (answer.canceled || path === undefined) return null
  return basename(path) === 'machine.json' ? dirname(path) : path
}

/** A file, or with `isFolder` the folder that several files go into. Windows’ own dialog asks before a file is replaced. */
const chooseTarget = async (window: BrowserWindow | null, { name, isFolder }: Suggestion): Promise<string | null> => {
  if (isFolder) {
    const options: Electron.OpenDialogOptions = { title: 'Choose a folder', properties: ['openDirectory'] }
    const answer = window === null ? await dialog.showOpenDialog(options) : await dialog.showOpenDialog(window, options)
    return answer.canceled ? null : (answer.filePaths[0] ?? null)
  }
  const options: Electron.SaveDialogOptions = { title: 'Save', defaultPath: name }
  const answer = window === null ? await dialog.showSaveDialog(options) : await dialog.showSaveDialog(window, options)
  return answer.canceled || answer.filePath === '' ? null : answer.filePath
}

const chooseFolder = async (window: BrowserWindow | null): Promise<string | null> => {
  const options: Electron.OpenDialogOptions = {
    title: 'Choose a folder of support bundles',
    properties: ['openDirectory'],
  }
  const answer = window === null ? await dialog.showOpenDialog(options) : await dialog.showOpenDialog(window, options)
  return answer.canceled ? null : (answer.filePaths[0] ?? null)
}

/** Everything that Electron wants to hear before it is ready; must be called without waiting for anything. */
export const prepareApp = (): void => {
  app.enableSandbox()
  app.setAppUserModelId('io.github.pku2u-doctor')
  protocol.registerSchemesAsPrivileged([{ scheme, privileges: { standard: true, secure: true } }])
}

/** The composition root of the program with a window. */
export const startApp = async (options: WindowOptions): Promise<void> => {
  await app.whenReady()
  const developerTools = !app.isPackaged
  const log = createLog([stderr, logFile(join(app.getPath('logs'), 'main.log'))])
  let window: BrowserWindow | null = null

  const emit = <N extends EventName>(name: N, payload: Payload<N>) => {
    if (window !== null && !window.isDestroyed()) window.webContents.send(channelOf(name), payload)
  }
  const handlers = createHandlers({
    version,
    machines: machinesFor(options),
    chosen: options.simulate,
    resume: options.resume,
    memory: memoryFor(options),
    emitProgress: (progress) => emit('probeChanged', progress),
    emitChangeProgress: (progress) => emit('changeProgress', progress),
    emitBundleProgress: (progress) => emit('bundleProgress', progress),
    chooseRecording: () => chooseRecording(window),
    chooseTarget: (suggestion) => chooseTarget(window, suggestion),
    triageHost: { chooseFolder: () => chooseFolder(window), emitRows: (batch) => emit('triageRows', batch) },
    showInFolder: (path) => shell.showItemInFolder(path),
    findLink: createFindLink([...checks, ...guides]),
    openExternal: (url) => shell.openExternal(url),
  })

  app.on('web-contents-created', (_event, contents) => lockContents(contents, { log, developerTools }))
  app.on('render-process-gone', (_event, _contents, { reason }) => log.error('The window ended', { reason }))
  app.on('second-instance', () => {
    if (window?.isMinimized()) window.restore()
    window?.focus()
  })
  app.on('window-all-closed', () => app.quit())
  process.on('unhandledRejection', (error) => log.error('Unhandled rejection', describeError(error)))

  lockSession(session.defaultSession, { log, developerTools })
  protocol.handle(scheme, createAppProtocol(findBuiltFiles(join(out, 'renderer'))))
  serve(createDispatch({ handlers, isTrusted: isAppFrame, log }))
  setMenu(developerTools)

  window = createWindow({ preload: join(out, 'preload', 'index.cjs'), developerTools })
  window.on('closed', () => {
    window = null
  })
  log.info('Started', { version, simulated: options.simulate !== null })
  await window.loadURL(startUrl)
}
