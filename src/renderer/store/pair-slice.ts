import type { StateCreator } from 'zustand'
import { readFrame } from '../../shared/case-code/read-frame.ts'
import type { Bridge } from '../../shared/ipc-contract.ts'
import type { PairVerdict } from '../../shared/pair.ts'
import type { Fault, Result } from '../../shared/result.ts'
import { ask } from './ask.ts'

/** Where a new other end comes from, and how far that is. */
export type OtherEnd =
  | { readonly phase: 'idle' | 'reading' }
  | { readonly phase: 'failed'; readonly from: 'code' | 'file'; readonly fault: Fault }

export interface PairSlice {
  /** null: not made yet. */
  readonly thisCode: string | null
  readonly thisCodeFault: Fault | null
  readonly typedCode: string
  /** The other end that is known stays until another one was read. */
  readonly pair: PairVerdict | null
  readonly otherEnd: OtherEnd
  readonly loadThisEnd: () => Promise<void>
  readonly typeCode: (text: string) => Promise<void>
  readonly openOtherEnd: () => Promise<void>
}

export const createPairSlice =
  (bridge: Bridge): StateCreator<PairSlice> =>
  (set, get) => {
    const settle = (from: 'code' | 'file', reply: Result<PairVerdict | null>) => {
      if (!reply.ok) return set({ otherEnd: { phase: 'failed', from, fault: reply.fault } })
      return set(({ pair }) => ({ otherEnd: { phase: 'idle' }, pair: reply.value ?? pair }))
    }
    return {
      thisCode: null,
      thisCodeFault: null,
      typedCode: '',
      pair: null,
      otherEnd: { phase: 'idle' },
      loadThisEnd: async () => {
        set({ thisCode: null, thisCodeFault: null })
        const reply = await ask(() => bridge.caseCode(null))
        if (!reply.ok) return set({ thisCodeFault: reply.fault })
        const { code, pair } = reply.value
        // Another case: what was typed belongs to the one before.
        const forgotten = pair === null && get().pair !== null ? { typedCode: '' } : {}
        return set({ thisCode: code, pair, otherEnd: { phase: 'idle' }, ...forgotten })
      },
      typeCode: async (text) => {
        set({ typedCode: text, otherEnd: { phase: 'idle' } })
        if (!readFrame(text).ok) return
        set({ otherEnd: { phase: 'reading' } })
        const reply = await ask(() => bridge.pairWithCode({ code: text }))
        if (get().typedCode === text) settle('code', reply)
      },
      openOtherEnd: async () => {
        if (get().otherEnd.phase === 'reading') return
        set({ otherEnd: { phase: 'reading' } })
        const reply = await ask(() => bridge.pairWithFile(null))
        if (reply.ok && reply.value !== null) set({ typedCode: '' })
        settle('file', reply)
      },
    }
  }
