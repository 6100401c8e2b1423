import type { Pc } from '../../core/engine/pc.ts'
import { forgetReturn } from '../../core/windows/forget-return.ts'
import type { ReturnMemory } from '../../core/windows/return-memory.ts'
import type { SettingsPage } from '../../shared/ipc-contract.ts'
import { fail, ok } from '../../shared/result.ts'
import type { ReturningCase } from '../../shared/returning.ts'
import type { FindSubject } from '../machines.ts'
import type { Handlers } from './dispatch.ts'

interface Options {
  readonly findSubject: FindSubject
  /** False where only simulated machines are asked: they have no settings to open. */
  readonly isLive: boolean
  /** Where the case is kept until the program comes back; null where nothing is kept. */
  readonly memory: ReturnMemory | null
  readonly openExternal: (url: string) => Promise<void>
}

/** The only addresses beside the links of the checks; the window names a page, never an address. */
const addresses: Readonly<Record<SettingsPage, string>> = {
  emailandaccounts: 'ms-settings:emailandaccounts',
}

type Name = 'restartState' | 'scheduleRestart' | 'cancelRestart' | 'openSettings'

/** Restarting a machine, and the pages of Windows' settings that lead out of the window. */
export const createRestartHandlers = (options: Options): Pick<Handlers, Name> => {
  const { findSubject, isLive, memory, openExternal } = options

  /** The case first: coming back without one is of no use. What was not kept shows in `comesBack`. */
  const remember = async (pc: Pc, returning: ReturningCase): Promise<void> => {
    const kept = await memory?.remember(returning)
    if (kept?.ok !== true || pc.comeBack === undefined) return
    // Another account's RunOnce is read when that account signs in, which is not the one that will.
    const other = (await pc.somebodyElse?.()) ?? null
    if (other === null) pc.comeBack.remember((await pc.restartDue()) ? 'restart' : 'check')
  }

  return {
    restartState: async ({ machine }) => {
      const subject = await findSubject(machine)
      if (!subject.ok) return subject
      const { pc, asUser } = subject.value
      const [due, scheduledFor, { recordedAt }] = await Promise.all([
        pc.restartDue(),
        pc.restart.scheduledFor(),
        asUser.machine(),
      ])
      return ok({ due, scheduledFor, now: recordedAt, comesBack: pc.comeBack?.isRemembered() ?? false })
    },

    scheduleRestart: async ({ minutes, message, ...returning }) => {
      const subject = await findSubject(returning.machine)
      if (!subject.ok) return subject
      const { pc } = subject.value
      // Before Windows is asked: a restart at once leaves no time for it.
      await remember(pc, returning)
      const at = await pc.restart.schedule(minutes, message)
      // A simulated machine that restarts at once takes no window with it.
      const isOver = at.ok ? minutes === 0 && !isLive : (await pc.restart.scheduledFor()) === null
      if (isOver) await forgetReturn(pc, memory)
      return at
    },

    cancelRestart: async ({ machine }) => {
      const subject = await findSubject(machine)
      if (!subject.ok) return subject
      const { pc } = subject.value
      const cancelled = await pc.restart.cancel()
      if (cancelled.ok) await forgetReturn(pc, memory)
      return cancelled
    },

    openSettings: async ({ page }) => {
      if (!isLive) return fail('refused', 'A simulated machine has no Windows settings to open.')
      await openExternal(addresses[page])
      return ok(null)
    },
  }
}
