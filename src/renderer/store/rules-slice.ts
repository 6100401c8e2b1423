import type { StateCreator } from 'zustand'
import type { Bridge } from '../../shared/ipc-contract.ts'
import type { Fault } from '../../shared/result.ts'
import type { Rules } from '../../shared/rules.ts'
import { ask } from './ask.ts'

export interface RulesSlice {
  /** null: not read yet. */
  readonly rules: Rules | null
  readonly rulesFault: Fault | null
  readonly loadRules: () => Promise<void>
}

export const createRulesSlice =
  (bridge: Bridge): StateCreator<RulesSlice> =>
  (set, get) => ({
    rules: null,
    rulesFault: null,
    loadRules: async () => {
      if (get().rules !== null) return
      const reply = await ask(() => bridge.rules(null))
      set(reply.ok ? { rules: reply.value, rulesFault: null } : { rulesFault: reply.fault })
    },
  })
