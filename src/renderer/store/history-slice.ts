import type { StateCreator } from 'zustand'
import type { PastChange } from '../../shared/change-plan.ts'
import type { Bridge } from '../../shared/ipc-contract.ts'
import type { Fault } from '../../shared/result.ts'
import { ask } from './ask.ts'
import type { ChecksSlice } from './checks-slice.ts'

export type PastAction = 'undoChange' | 'finishChange' | 'putBackChange'

export interface HistorySlice {
  /** null: not read yet. */
  readonly past: readonly PastChange[] | null
  readonly pastFault: Fault | null
  /** The change set that something is being done to. */
  readonly pastBusy: string | null
  /** What was done last, in a sentence. */
  readonly pastSaid: string | null
  readonly loadHistory: () => Promise<void>
  readonly actOnPast: (action: PastAction, id: string) => Promise<void>
}

export const createHistorySlice =
  (bridge: Bridge): StateCreator<HistorySlice & ChecksSlice, [], [], HistorySlice> =>
  (set, get) => {
    const machine = (): string | null | undefined => {
      const { run } = get()
      return run.phase === 'done' ? run.request?.machine : undefined
    }
    const read = async (about: string | null) => {
      const reply = await ask(() => bridge.history({ machine: about }))
      // A machine that is not in front any more has nothing to say here.
      if (machine() !== about) return
      if (reply.ok) set({ past: reply.value })
      else set({ past: null, pastFault: reply.fault })
    }
    return {
      past: null,
      pastFault: null,
      pastBusy: null,
      pastSaid: null,
      loadHistory: async () => {
        const about = machine()
        set({ past: null, pastFault: null, pastSaid: null })
        if (about !== undefined) await read(about)
      },
      actOnPast: async (action, id) => {
        const about = machine()
        if (about === undefined || get().pastBusy !== null) return
        set({ pastBusy: id, pastFault: null, pastSaid: null })
        const reply = await ask(() => bridge[action]({ machine: about, id }))
        await read(about)
        set(reply.ok ? { pastBusy: null, pastSaid: reply.value.message } : { pastBusy: null, pastFault: reply.fault })
      },
    }
  }
