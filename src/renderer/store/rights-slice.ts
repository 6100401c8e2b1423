import type { StateCreator } from 'zustand'
import type { Rights } from '../../shared/change-plan.ts'
import type { Bridge } from '../../shared/ipc-contract.ts'
import { ask } from './ask.ts'
import type { CaseSlice } from './case-slice.ts'
import type { ChecksSlice } from './checks-slice.ts'
import { machineInFront } from './machine-in-front.ts'
import type { WizardSlice } from './wizard-slice.ts'

export interface RightsSlice {
  /** null: not known, or not yet; the plan and the receipt say the rest. */
  readonly rights: (Rights & { readonly machine: string | null }) | null
  readonly loadRights: () => Promise<void>
}

export const createRightsSlice =
  (bridge: Bridge): StateCreator<RightsSlice & CaseSlice & ChecksSlice & WizardSlice, [], [], RightsSlice> =>
  (set, get) => ({
    rights: null,
    loadRights: async () => {
      const machine = machineInFront(get())
      if (machine === undefined || get().rights?.machine === machine) return
      const reply = await ask(() => bridge.rights({ machine }))
      if (machineInFront(get()) === machine) set({ rights: reply.ok ? { ...reply.value, machine } : null })
    },
  })
