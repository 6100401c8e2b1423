import type { StateCreator } from 'zustand'
import type { ChangeProgress, PastChange } from '../../shared/change-plan.ts'
import type { Bridge } from '../../shared/ipc-contract.ts'
import type { Receipt } from '../../shared/receipt.ts'
import type { Fault } from '../../shared/result.ts'
import { ask } from './ask.ts'
import type { CaseSlice } from './case-slice.ts'
import type { ChecksSlice } from './checks-slice.ts'
import { machineInFront } from './machine-in-front.ts'
import type { WizardSlice } from './wizard-slice.ts'

export type PastAction = 'undoChange' | 'finishChange' | 'putBackChange'

export interface HistorySlice {
  /** null: not read yet. */
  readonly past: readonly PastChange[] | null
  readonly pastFault: Fault | null
  /** The change set that something is being done to. */
  readonly pastBusy: string | null
  readonly pastProgress: ChangeProgress | null
  /** What was done last on the screen in front. */
  readonly pastReceipt: Receipt | null
  /** Where and when, ISO 8601 UTC, something was written last. */
  readonly pastWrite: { readonly machine: string | null; readonly at: string | null } | null
  readonly loadHistory: () => Promise<void>
  readonly actOnPast: (action: PastAction, id: string) => Promise<void>
}

export const createHistorySlice =
  (bridge: Bridge): StateCreator<HistorySlice & CaseSlice & ChecksSlice & WizardSlice, [], [], HistorySlice> =>
  (set, get) => {
    const read = async (about: string | null) => {
      const reply = await ask(() => bridge.history({ machine: about }))
      // A machine that is not in front any more has nothing to say here.
      if (machineInFront(get()) !== about) return
      if (reply.ok) set({ past: reply.value })
      else set({ past: null, pastFault: reply.fault })
    }
    return {
      past: null,
      pastFault: null,
      pastBusy: null,
      pastProgress: null,
      pastReceipt: null,
      pastWrite: null,
      loadHistory: async () => {
        const about = machineInFront(get())
        set({ past: null, pastFault: null, pastReceipt: null })
        if (about !== undefined) await read(about)
      },
      actOnPast: async (action, id) => {
        const about = machineInFront(get())
        if (about === undefined || get().pastBusy !== null) return
        set({ pastBusy: id, pastProgress: null, pastFault: null, pastReceipt: null })
        const stop = bridge.on('changeProgress', (pastProgress) => set({ pastProgress }))
        const reply = await ask(() => bridge[action]({ machine: about, id })).finally(stop)
        await read(about)
        if (!reply.ok) return set({ pastBusy: null, pastFault: reply.fault })
        set({ pastBusy: null, pastReceipt: reply.value, pastWrite: { machine: about, at: reply.value.at } })
      },
    }
  }
