import type { StateCreator } from 'zustand'
import type { RestartState } from '../../shared/change-plan.ts'
import type { Bridge } from '../../shared/ipc-contract.ts'
import type { Fault } from '../../shared/result.ts'
import { ask } from './ask.ts'
import type { ChecksSlice } from './checks-slice.ts'

export interface RestartSlice {
  /** null: not read yet. */
  readonly restart: RestartState | null
  readonly restartFault: Fault | null
  readonly isRestartBusy: boolean
  /** The simulated machine that was restarted from here, and when, ISO 8601 UTC. */
  readonly restarted: { readonly machine: string; readonly at: string } | null
  readonly loadRestart: () => Promise<void>
  /** 0 minutes: at once. */
  readonly scheduleRestart: (minutes: number, message: string) => Promise<void>
  readonly cancelRestart: () => Promise<void>
}

export const createRestartSlice =
  (bridge: Bridge): StateCreator<RestartSlice & ChecksSlice, [], [], RestartSlice> =>
  (set, get) => {
    const request = () => {
      const { run } = get()
      return run.phase === 'done' ? run.request : null
    }
    const read = async (machine: string | null) => {
      const reply = await ask(() => bridge.restartState({ machine }))
      set(reply.ok ? { restart: reply.value } : { restart: null, restartFault: reply.fault })
    }
    return {
      restart: null,
      restartFault: null,
      isRestartBusy: false,
      restarted: null,
      loadRestart: async () => {
        const about = request()
        set({ restartFault: null })
        if (about !== null) await read(about.machine)
      },
      scheduleRestart: async (minutes, message) => {
        const about = request()
        if (about === null || get().isRestartBusy) return
        set({ isRestartBusy: true, restartFault: null, restarted: null })
        const reply = await ask(() => bridge.scheduleRestart({ machine: about.machine, minutes, message }))
        if (!reply.ok) set({ restartFault: reply.fault })
        await read(about.machine)
        set({ isRestartBusy: false })
        if (!reply.ok || minutes > 0 || about.machine === null) return
        // A simulated machine is back at once; this PC takes the window with it.
        set({ restarted: { machine: about.machine, at: reply.value } })
        await get().startRun(about, { stay: true })
        if (get().run.phase === 'done') await read(about.machine)
      },
      cancelRestart: async () => {
        const about = request()
        if (about === null || get().isRestartBusy) return
        set({ isRestartBusy: true, restartFault: null })
        const reply = await ask(() => bridge.cancelRestart({ machine: about.machine }))
        if (!reply.ok) set({ restartFault: reply.fault })
        await read(about.machine)
        set({ isRestartBusy: false })
      },
    }
  }
