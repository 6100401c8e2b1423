import type { StateCreator } from 'zustand'
import type { Bridge } from '../../shared/ipc-contract.ts'
import type { Fault } from '../../shared/result.ts'
import type { TriageBatch, TriageEnd, TriageRow } from '../../shared/triage.ts'
import { ask } from './ask.ts'
import type { ChecksSlice } from './checks-slice.ts'
import type { CompareSlice } from './compare-slice.ts'

export type TriageRun =
  | { readonly phase: 'idle' }
  | { readonly phase: 'choosing' }
  | { readonly phase: 'running' | 'cancelling' }
  | { readonly phase: 'done'; readonly end: TriageEnd }
  | { readonly phase: 'failed'; readonly fault: Fault }

export interface TriageSlice {
  readonly triageRun: TriageRun
  /** In the order they came, which is how a row is named when it is opened. */
  readonly triageRows: readonly TriageRow[]
  /** Why the row that was opened last did not open. */
  readonly triageFault: Fault | null
  readonly startTriage: () => Promise<void>
  readonly cancelTriage: () => Promise<void>
  readonly openTriaged: (index: number) => Promise<void>
}

const isBusy = ({ phase }: TriageRun): boolean => phase === 'choosing' || phase === 'running' || phase === 'cancelling'

type All = TriageSlice & ChecksSlice & Pick<CompareSlice, 'wantedFinding'>

export const createTriageSlice =
  (bridge: Bridge): StateCreator<All, [], [], TriageSlice> =>
  (set, get) => {
    let listening = false
    let run = 0
    /** A batch may come after the reply that ends its run, so listening never stops. */
    const take = (batch: TriageBatch) => {
      if (batch.run < run) return
      if (batch.run > run) {
        run = batch.run
        set({ triageRun: { phase: 'running' }, triageRows: [], triageFault: null })
      }
      set(({ triageRows }) => ({ triageRows: [...triageRows.slice(0, batch.from), ...batch.rows] }))
    }
    return {
      triageRun: { phase: 'idle' },
      triageRows: [],
      triageFault: null,
      startTriage: async () => {
        const before = get().triageRun
        if (isBusy(before)) return
        if (!listening) bridge.on('triageRows', take)
        listening = true
        set({ triageRun: { phase: 'choosing' } })
        const reply = await ask(() => bridge.triageFolder(null))
        if (!reply.ok) return set({ triageRun: { phase: 'failed', fault: reply.fault } })
        if (reply.value === null) return set({ triageRun: before })
        set({ triageRun: { phase: 'done', end: reply.value } })
      },
      cancelTriage: async () => {
        if (get().triageRun.phase !== 'running') return
        set({ triageRun: { phase: 'cancelling' } })
        // The look itself answers that it was cancelled; a refusal here only means that it can be asked again.
        const reply = await ask(() => bridge.cancelTriage(null))
        if (!(reply.ok && reply.value) && get().triageRun.phase === 'cancelling')
          set({ triageRun: { phase: 'running' } })
      },
      openTriaged: async (index) => {
        const reply = await ask(() => bridge.openTriaged({ index }))
        set({ triageFault: reply.ok ? null : reply.fault, wantedFinding: null })
        if (reply.ok) get().showReport(reply.value)
      },
    }
  }
