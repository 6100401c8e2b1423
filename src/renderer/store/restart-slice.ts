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
  /** The machine whose restart this case waits to be proven for; undefined: none. */
  readonly restarted: string | null | undefined
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
      restarted: undefined,
      loadRestart: async () => {
        const about = request()
        set({ restartFault: null })
        if (about !== null) await read(about.machine)
      },
      scheduleRestart: async (minutes, message) => {
        const about = request()
        if (about === null || get().isRestartBusy) return
        const { machine } = about
        set({ isRestartBusy: true, restartFault: null, restarted: undefined })
        const reply = await ask(() => bridge.scheduleRestart({ ...about, minutes, message }))
        if (!reply.ok) set({ restartFault: reply.fault })
        await read(machine)
        set({ isRestartBusy: false })
        if (!reply.ok || minutes > 0 || machine === null) return
        // A simulated machine is back at once; this PC takes the window with it.
        set({ restarted: machine })
        await get().startRun(about, { stay: true })
        if (get().run.phase === 'done') await read(machine)
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
