import type { StateCreator } from 'zustand'
import type { Bridge, Input } from '../../shared/ipc-contract.ts'
import type { Fault } from '../../shared/result.ts'
import { ask } from './ask.ts'

export interface LinkSlice {
  /** Answers with what went wrong; null when the browser was asked. */
  readonly openLink: (link: Input<'openLink'>) => Promise<Fault | null>
  readonly openSettings: (input: Input<'openSettings'>) => Promise<Fault | null>
}

export const createLinkSlice =
  (bridge: Bridge): StateCreator<LinkSlice> =>
  () => ({
    openLink: async (link) => {
      const reply = await ask(() => bridge.openLink(link))
      return reply.ok ? null : reply.fault
    },
    openSettings: async (input) => {
      const reply = await ask(() => bridge.openSettings(input))
      return reply.ok ? null : reply.fault
    },
  })
