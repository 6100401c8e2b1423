import type { SettingsPage } from '../../shared/ipc-contract.ts'
import { fail, ok } from '../../shared/result.ts'
import type { FindSubject } from '../machines.ts'
import type { Handlers } from './dispatch.ts'

interface Options {
  readonly findSubject: FindSubject
  /** False where only simulated machines are asked: they have no settings to open. */
  readonly isLive: boolean
  readonly openExternal: (url: string) => Promise<void>
}

/** The only addresses beside the links of the checks; the window names a page, never an address. */
const addresses: Readonly<Record<SettingsPage, string>> = {
  emailandaccounts: 'ms-settings:emailandaccounts',
}

type Name = 'restartState' | 'scheduleRestart' | 'cancelRestart' | 'openSettings'

/** Restarting a machine, and the pages of Windows' settings that lead out of the window. */
export const createRestartHandlers = ({ findSubject, isLive, openExternal }: Options): Pick<Handlers, Name> => ({
  restartState: async ({ machine }) => {
    const subject = await findSubject(machine)
    if (!subject.ok) return subject
    const { pc, asUser } = subject.value
    const [due, scheduledFor, { recordedAt }] = await Promise.all([
      pc.restartDue(),
      pc.restart.scheduledFor(),
      asUser.machine(),
    ])
    return ok({ due, scheduledFor, now: recordedAt })
  },

  scheduleRestart: async ({ machine, minutes, message }) => {
    const subject = await findSubject(machine)
    return subject.ok ? subject.value.pc.restart.schedule(minutes, message) : subject
  },

  cancelRestart: async ({ machine }) => {
    const subject = await findSubject(machine)
    return subject.ok ? subject.value.pc.restart.cancel() : subject
  },

  openSettings: async ({ page }) => {
    if (!isLive) return fail('refused', 'A simulated machine has no Windows settings to open.')
    await openExternal(addresses[page])
    return ok(null)
  },
})
