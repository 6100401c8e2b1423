import { EventEmitter } from 'node:events'
import { strict } from './strict.ts'
import type { Handler } from './test-link.ts'

const setting = (env: string): string => {
  const value = process.env[env]
  if (value === undefined) throw new Error(`${env} is not set.`)
  return value
}

let ready = false
const becameReady = new EventEmitter()
/** Electron takes some settings only before it is ready. */
export const beforeReady = (what: string) => {
  if (ready) throw new Error(`${what} must be called before the app is ready.`)
}
/** The runner calls this once the main bundle has been read to its end, as Electron does. */
export const standInReady = (): void => {
  ready = true
  becameReady.emit('ready')
}

export const appEvents = new EventEmitter()
const quit = (code: number) => {
  // Lines that were just written to stderr must get out first.
  process.stderr.write('', () => process.exit(code))
}
let sandboxed = false
export const isSandboxed = (): boolean => sandboxed

export const app = strict('app', {
  isPackaged: false,
  enableSandbox: () => {
    beforeReady('app.enableSandbox')
    sandboxed = true
  },
  setAppUserModelId: (_id: string) => undefined,
  requestSingleInstanceLock: () => true,
  whenReady: () => (ready ? Promise.resolve() : new Promise<void>((done) => becameReady.once('ready', () => done()))),
  getPath: (name: string) => {
    if (name === 'logs') return setting('STAND_IN_LOGS')
    if (name === 'userData') return setting('STAND_IN_USER_DATA')
    throw new Error(`The stand-in for Electron does not know app.getPath('${name}').`)
  },
  on: (name: string, listener: Handler) => appEvents.on(name, listener as () => void),
  quit: () => quit(0),
  exit: quit,
})
