/**
 * Where the specs run. `app`: the built program in real Electron. `stand-in`: the same built program with a small
 * module in Electron's place and Chromium as its window. scripts/e2e.mjs finds out which one this computer has.
 */
export interface Host {
  readonly kind: 'app' | 'stand-in'
  /** The program that shows the window: Electron's, or a Chromium. */
  readonly program: string
}

const programOf = (name: string) => process.env[name] ?? ''

export const host: Host =
  programOf('PKU2U_E2E_ELECTRON') !== ''
    ? { kind: 'app', program: programOf('PKU2U_E2E_ELECTRON') }
    : { kind: 'stand-in', program: programOf('PKU2U_E2E_CHROMIUM') }

export const hostName =
  host.kind === 'app' ? `real Electron (${host.program})` : `stand-in with Chromium (${host.program})`
