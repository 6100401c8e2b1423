/**
 * What a window runs before its page: the built preload, with the two parts of Electron that a sandboxed preload gets.
 * Only in the top frame, as with `nodeIntegrationInSubFrames: false`. The names of the channel to the test are
 * taken away before the page can see them.
 */
export const invokeBinding = '__standInInvoke'
export const deliverBinding = '__standInDeliver'

type Preload = (require: (name: string) => unknown, module: object, exports: object) => void

const host = (preload: Preload, invokeName: string, deliverName: string) => {
  const page = globalThis as unknown as Record<string, unknown>
  const invoke = page[invokeName] as (channel: string, args: unknown[]) => Promise<unknown>
  delete page[invokeName]
  if (window.top !== window) return

  type Listener = (event: object, ...args: unknown[]) => void
  const listeners = new Map<string, Set<Listener>>()
  Object.defineProperty(page, deliverName, {
    value: (channel: string, args: unknown[]) => {
      for (const listener of listeners.get(channel) ?? []) listener({}, ...args)
    },
  })
  const freeze = (value: unknown): unknown => {
    if (typeof value === 'object' && value !== null) Object.values(value).forEach(freeze)
    return Object.freeze(value)
  }
  const electron = {
    contextBridge: {
      exposeInMainWorld: (name: string, api: object) =>
        Object.defineProperty(page, name, { value: freeze({ ...api }), enumerable: true }),
    },
    ipcRenderer: {
      invoke: async (channel: string, ...args: unknown[]) => invoke(channel, structuredClone(args)),
      on: (channel: string, listener: Listener) => {
        const set = listeners.get(channel) ?? new Set()
        listeners.set(channel, set.add(listener))
      },
      off: (channel: string, listener: Listener) => listeners.get(channel)?.delete(listener),
    },
  }
  const require = (name: string) => {
    if (name === 'electron') return electron
    throw new Error(`module not found: ${name}`)
  }
  preload(require, { exports: {} }, {})
}

/** The bundle stands in the script as it is: the page's policy forbids making functions from text. */
export const preloadScript = (code: string): string =>
  `(${host.toString()})((require, module, exports) => {\n${code}\n}, '${invokeBinding}', '${deliverBinding}')`
