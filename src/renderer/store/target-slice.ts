import type { StateCreator } from 'zustand'
import type { Bridge, Input } from '../../shared/ipc-contract.ts'
import type { Fault } from '../../shared/result.ts'
import type { TargetProbe } from '../../shared/target-probe.ts'
import { ask } from './ask.ts'

export type TargetQuestion = Input<'probeTarget'>

export type TargetAnswer =
  | { readonly phase: 'idle' }
  | { readonly phase: 'asking' | 'cancelling'; readonly question: TargetQuestion }
  | { readonly phase: 'answered'; readonly question: TargetQuestion; readonly probe: TargetProbe }
  | { readonly phase: 'failed'; readonly question: TargetQuestion; readonly fault: Fault }

export interface TargetSlice {
  readonly targetAnswer: TargetAnswer
  readonly askTarget: (question: TargetQuestion) => Promise<void>
  readonly cancelTarget: () => Promise<void>
}

export const isAsking = ({ phase }: TargetAnswer): boolean => phase === 'asking' || phase === 'cancelling'

/** What the other PC's listener answered, for the screen that asks. */
export const createTargetSlice =
  (bridge: Bridge): StateCreator<TargetSlice> =>
  (set, get) => ({
    targetAnswer: { phase: 'idle' },
    askTarget: async (question) => {
      if (isAsking(get().targetAnswer)) return
      set({ targetAnswer: { phase: 'asking', question } })
      const reply = await ask(() => bridge.probeTarget(question))
      if (reply.ok) set({ targetAnswer: { phase: 'answered', question, probe: reply.value } })
      else if (reply.fault.code === 'cancelled') set({ targetAnswer: { phase: 'idle' } })
      else set({ targetAnswer: { phase: 'failed', question, fault: reply.fault } })
    },
    cancelTarget: async () => {
      const { targetAnswer } = get()
      if (targetAnswer.phase !== 'asking') return
      set({ targetAnswer: { ...targetAnswer, phase: 'cancelling' } })
      // The question itself answers `cancelled`; a refusal here only means that it can be asked again.
      const reply = await ask(() => bridge.cancelProbe(null))
      const now = get().targetAnswer
      if (!(reply.ok && reply.value) && now.phase === 'cancelling')
        set({ targetAnswer: { phase: 'asking', question: now.question } })
    },
  })
