import type { StateCreator } from 'zustand'
import type { Bridge, Welcome } from '../../shared/ipc-contract.ts'
import type { Fault } from '../../shared/result.ts'
import { ask } from './ask.ts'
import type { CaseSlice } from './case-slice.ts'
import type { ReturnSlice } from './return-slice.ts'

export type WelcomeState =
  | { readonly phase: 'waiting' }
  | { readonly phase: 'ready'; readonly welcome: Welcome }
  | { readonly phase: 'failed'; readonly fault: Fault }

export interface WelcomeSlice {
  readonly greeting: WelcomeState
  readonly greet: () => Promise<void>
}

export const createWelcomeSlice =
  (bridge: Bridge): StateCreator<WelcomeSlice & CaseSlice & ReturnSlice, [], [], WelcomeSlice> =>
  (set, get) => ({
    greeting: { phase: 'waiting' },
    greet: async () => {
      const reply = await ask(() => bridge.welcome(null))
      if (!reply.ok) return set({ greeting: { phase: 'failed', fault: reply.fault } })
      const { chosen, simulatedOnly, machines, returning } = reply.value
      // Where only simulated machines can be asked, one is always chosen: the first check is one click away.
      const machine = machines.find(({ name }) => name === chosen) ?? (simulatedOnly === null ? undefined : machines[0])
      if (machine !== undefined) get().chooseMachine(machine)
      set({ greeting: { phase: 'ready', welcome: reply.value } })
      if (returning !== null) await get().comeBack(returning)
    },
  })
