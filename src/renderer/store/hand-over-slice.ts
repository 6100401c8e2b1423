import type { StateCreator } from 'zustand'
import type { HandOverOrder, HandOverText, SavedHandOver } from '../../shared/hand-over.ts'
import type { Bridge } from '../../shared/ipc-contract.ts'
import type { Result } from '../../shared/result.ts'
import { ask } from './ask.ts'

export interface HandOverSlice {
  readonly buildHandOver: (order: HandOverOrder) => Promise<Result<readonly HandOverText[]>>
  /** The main process asks where to; the window never learns a path. */
  readonly saveHandOver: (order: HandOverOrder) => Promise<Result<SavedHandOver | null>>
}

export const createHandOverSlice =
  (bridge: Bridge): StateCreator<HandOverSlice> =>
  () => ({
    buildHandOver: (order) => ask(() => bridge.buildHandOver(order)),
    saveHandOver: (order) => ask(() => bridge.saveHandOver(order)),
  })
