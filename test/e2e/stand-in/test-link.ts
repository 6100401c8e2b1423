import { connect } from './peer.ts'

if (process.send === undefined && process.env['STAND_IN_ALONE'] === undefined)
  throw new Error('The stand-in for Electron runs as a child of the tests.')

/** From the process that plays Electron's main process to the test. */
export const peer = connect({
  send: (message) => process.send?.(message),
  on: (name, listener) => process.on(name, listener),
})

export type Handler = (...args: never[]) => unknown
