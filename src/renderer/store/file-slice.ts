import type { StateCreator } from 'zustand'
import type { Bridge } from '../../shared/ipc-contract.ts'
import type { Fault } from '../../shared/result.ts'
import { ask } from './ask.ts'
import { type ChecksSlice, isRunning } from './checks-slice.ts'

export type FileState =
  | { readonly phase: 'idle' }
  | { readonly phase: 'opening' }
  | { readonly phase: 'failed'; readonly fault: Fault }

export interface FileSlice {
  readonly file: FileState
  /** The main process shows the dialog; the window never learns a path. */
  readonly openFile: () => Promise<void>
}

export const createFileSlice =
  (bridge: Bridge): StateCreator<FileSlice & ChecksSlice, [], [], FileSlice> =>
  (set, get) => ({
    file: { phase: 'idle' },
    openFile: async () => {
      if (get().file.phase === 'opening' || isRunning(get().run)) return
      set({ file: { phase: 'opening' } })
      const reply = await ask(() => bridge.openRecording(null))
      set({ file: reply.ok ? { phase: 'idle' } : { phase: 'failed', fault: reply.fault } })
      if (reply.ok && reply.value !== null) get().showReport(reply.value)
    },
  })
