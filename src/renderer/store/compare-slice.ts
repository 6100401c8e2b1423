import type { StateCreator } from 'zustand'
import type { ShownComparison, SideName } from '../../shared/comparison.ts'
import type { Bridge } from '../../shared/ipc-contract.ts'
import type { Fault } from '../../shared/result.ts'
import { ask } from './ask.ts'
import type { ChecksSlice } from './checks-slice.ts'

export type Compared =
  | { readonly phase: 'idle' }
  | { readonly phase: 'comparing' }
  | { readonly phase: 'done'; readonly comparison: ShownComparison }
  | { readonly phase: 'failed'; readonly fault: Fault }

export interface CompareSlice {
  /** Names of the files; null where none is chosen yet. */
  readonly sides: Readonly<Record<SideName, string | null>>
  readonly compared: Compared
  /** The finding whose evidence was asked for; the screen that shows it opens it. */
  readonly wantedFinding: string | null
  /** Asks for a file; once there are two, they are compared. */
  readonly chooseSide: (side: SideName) => Promise<void>
  /** Shows the whole report of a side, at this finding. */
  readonly openCompared: (side: SideName, finding: string | null) => Promise<void>
}

export const createCompareSlice =
  (bridge: Bridge): StateCreator<CompareSlice & ChecksSlice, [], [], CompareSlice> =>
  (set, get) => ({
    sides: { a: null, b: null },
    compared: { phase: 'idle' },
    wantedFinding: null,
    chooseSide: async (side) => {
      if (get().compared.phase === 'comparing') return
      const before = get().compared
      set({ compared: { phase: 'comparing' } })
      const chosen = await ask(() => bridge.chooseSide({ side }))
      if (!chosen.ok) return set({ compared: { phase: 'failed', fault: chosen.fault } })
      if (chosen.value === null) return set({ compared: before })
      const sides = { ...get().sides, [side]: chosen.value }
      if (sides.a === null || sides.b === null) return set({ sides, compared: { phase: 'idle' } })
      set({ sides })
      const reply = await ask(() => bridge.compareBundles(null))
      set({
        compared: reply.ok ? { phase: 'done', comparison: reply.value } : { phase: 'failed', fault: reply.fault },
      })
    },
    openCompared: async (side, finding) => {
      const reply = await ask(() => bridge.openCompared({ side }))
      if (!reply.ok) return set({ compared: { phase: 'failed', fault: reply.fault } })
      set({ wantedFinding: finding })
      get().showReport(reply.value)
    },
  })
