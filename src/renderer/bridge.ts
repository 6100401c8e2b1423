import type { Bridge } from '../shared/ipc-contract.ts'

declare global {
  interface Window {
    /** Put there by the preload script; absent when the page is opened anywhere else. */
    readonly bridge?: Bridge
  }
}

/** The only reader of `window.bridge`. */
export const bridge: Bridge | null = window.bridge ?? null
