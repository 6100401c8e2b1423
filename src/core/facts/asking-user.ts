import type { YesNo } from '../../shared/report.ts'
import { ok } from '../../shared/result.ts'
import { defineProbe } from '../engine/probe.ts'
import { dsregcmd } from './dsregcmd.ts'

export interface AskingUser {
  readonly name: string | null
  readonly upn: string | null
  readonly sid: string | null
  readonly elevated: boolean | null
  readonly sessionUserSid: string | null
  /** dsregcmd says the computer's own account ran it, so its user sections are not this person's. */
  readonly askedAsComputer: boolean
  /** Whether user facts are those of the person at the screen. */
  readonly asSessionUser: YesNo
}

/**
 * Who asked. User State, SSO State, HKCU and klist belong to the account that asks, so everything about the user rests
 * on this. Source: "Troubleshoot devices by using the dsregcmd command",
 * https://learn.microsoft.com/entra/identity/devices/troubleshoot-device-dsregcmd
 */
export const askingUser = defineProbe<AskingUser>({
  id: 'asking-user',
  of: [dsregcmd],
  read: ({ recording, ask }) => {
    const { name, upn, sid, elevated, sessionUserSid } = recording.machine.user
    const status = ask(dsregcmd)
    const executing = status.ok ? status.value.executingAccount : null
    // The pre-join diagnostics of an elevated run are made by a SYSTEM task and say so; they do not tell who asked.
    const askedAsComputer =
      status.ok && status.value.diagnostics.userContext === null && executing?.name?.endsWith('$') === true
    const asSessionUser: YesNo =
      askedAsComputer || (sid !== null && sessionUserSid !== null && sid.toLowerCase() !== sessionUserSid.toLowerCase())
        ? 'no'
        : sid === null || sessionUserSid === null
          ? 'unknown'
          : 'yes'
    const learned =
      executing !== null && !askedAsComputer && executing.name?.endsWith('$') !== true ? executing.upn : null
    return ok({ name, upn: upn ?? learned, sid, elevated, sessionUserSid, askedAsComputer, asSessionUser })
  },
})
