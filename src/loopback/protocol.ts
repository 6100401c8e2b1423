/** Paths and messages between the loopback server and its bridge script. */
export const callPath = '/loopback/call/'
export const eventsPath = '/loopback/events'
export const bridgePath = '/loopback/bridge.js'

export type StreamedEvent =
  | { readonly kind: 'event'; readonly name: string; readonly payload: unknown }
  /** Asks the page to open an address that the server took from the table of links. */
  | { readonly kind: 'open'; readonly url: string }
