/**
 * Takes the place of the module `electron` in the built main bundle. Windows are Chromium pages that the test drives;
 * everything here is either told to the test or answers what the test asks. It holds no product logic.
 */
import { strict } from './strict.ts'
import { peer } from './test-link.ts'

export { app } from './electron-app.ts'
export { protocol, session } from './electron-session.ts'
export { BrowserWindow } from './electron-window.ts'

const invokables = new Map<string, (event: unknown, ...args: readonly unknown[]) => unknown>()
export const ipcMain = strict('ipcMain', {
  handle: (channel: string, handler: (event: unknown, ...args: readonly unknown[]) => unknown) => {
    if (invokables.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    invokables.set(channel, handler)
  },
})

export const nativeTheme = strict('nativeTheme', { shouldUseDarkColors: false })
export const Menu = strict('Menu', {
  buildFromTemplate: (template: unknown) => template,
  setApplicationMenu: (_menu: unknown) => undefined,
})
export const shell = strict('shell', {
  openExternal: (url: string) => peer.call('openExternal', url),
  showItemInFolder: (path: string) => void peer.call('showItemInFolder', path),
})
export const dialog = strict('dialog', {
  showOpenDialog: (...args: readonly unknown[]) => peer.call('showOpenDialog', args.at(-1)),
  showSaveDialog: (...args: readonly unknown[]) => peer.call('showSaveDialog', args.at(-1)),
})

peer.answer('invoke', async (channel: string, frame: unknown, args: readonly unknown[]) => {
  const handler = invokables.get(channel)
  if (handler === undefined) throw new Error(`No handler registered for '${channel}'`)
  return structuredClone(await handler({ senderFrame: frame }, ...args))
})
