import { EventEmitter } from 'node:events'
import { appEvents, isSandboxed } from './electron-app.ts'
import { strict } from './strict.ts'
import { type Handler, peer } from './test-link.ts'

const windows = new Map<number, { contents: EventEmitter; events: EventEmitter; openHandler: Handler | null }>()

const createWindow = (options: unknown) => {
  const id = windows.size + 1
  const own = { contents: new EventEmitter(), events: new EventEmitter(), openHandler: null as Handler | null }
  windows.set(id, own)
  const webContents = strict('webContents', {
    id,
    on: (name: string, listener: Handler) => own.contents.on(name, listener as () => void),
    setWindowOpenHandler: (handler: Handler) => {
      own.openHandler = handler
    },
    send: (channel: string, ...args: readonly unknown[]) => {
      // Electron clones before it returns: what cannot be cloned throws here.
      peer.call('send', id, channel, structuredClone(args)).catch(() => undefined)
    },
  })
  appEvents.emit('web-contents-created', {}, webContents)
  const created = peer.call('createWindow', id, JSON.parse(JSON.stringify(options)), { sandboxed: isSandboxed() })
  return strict('BrowserWindow', {
    webContents,
    on: (name: string, listener: Handler) => own.events.on(name, listener as () => void),
    once: (name: string, listener: Handler) => own.events.once(name, listener as () => void),
    isDestroyed: () => !windows.has(id),
    isMinimized: () => false,
    restore: () => undefined,
    focus: () => undefined,
    show: () => void peer.call('show', id),
    loadURL: async (url: string) => {
      await created
      await peer.call('loadURL', id, url)
      own.events.emit('ready-to-show')
    },
  })
}
// `new` on a function that answers an object gives that object.
export const BrowserWindow = function BrowserWindow(options: unknown) {
  return createWindow(options)
} as unknown as new (
  options: unknown,
) => ReturnType<typeof createWindow>

peer.answer('isNavigationPrevented', (id: number, url: string, isMainFrame: boolean) => {
  let prevented = false
  const event = { url, isMainFrame, preventDefault: () => (prevented = true) }
  windows.get(id)?.contents.emit('will-frame-navigate', event)
  if (isMainFrame) windows.get(id)?.contents.emit('will-navigate', event)
  return prevented
})

peer.answer('windowOpenAction', (id: number, url: string) => {
  const handler = windows.get(id)?.openHandler as ((details: { url: string }) => { action: string }) | null | undefined
  return handler?.({ url }).action ?? 'allow'
})

peer.answer('closed', (id: number) => {
  const own = windows.get(id)
  windows.delete(id)
  own?.events.emit('closed')
  if (windows.size === 0) appEvents.emit('window-all-closed')
})
