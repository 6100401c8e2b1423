import { ok, type Result } from '../../shared/result.ts'
import { defineProbe, type Probe } from '../engine/probe.ts'
import { keys } from './keys.ts'
import { groupPolicyHolderOf, type Holder } from './policy-owner.ts'
import { dword } from './values.ts'

/**
 * The policy’s copy of a value of Remote Desktop, which Windows follows instead of the PC’s own. Everybody may read the
 * copy; who wrote it only the Resultant Set of Policy tells. MDM writes the same copy, since its policies for Remote
 * Desktop are administrative templates. Source: "Policy CSP - RemoteDesktopServices",
 * https://learn.microsoft.com/windows/client-management/mdm/policy-csp-remotedesktopservices
 */
const policyCopy = (id: string, name: string, isOff: (value: number) => boolean): Probe<Holder | null> => {
  const path = `MACHINE\\SOFTWARE\\Policies\\Microsoft\\Windows NT\\Terminal Services\\${name}`
  const named = groupPolicyHolderOf(`${id}-name`, path)
  return defineProbe({
    id,
    commands: named.commands ?? [],
    keys: [keys.terminalServerPolicy],
    of: [named],
    read: ({ recording, ask }): Result<Holder | null> => {
      const copy = recording.registry.value(keys.terminalServerPolicy, name)
      if (!copy.ok) return copy
      const value = dword(copy.value)
      if (value === null) return ok(null)
      const policy = ask(named)
      return ok({
        kind: 'group-policy',
        name: policy.ok && policy.value !== null ? policy.value.name : 'A policy',
        value: isOff(value) ? 0 : 1,
        where: keys.terminalServerPolicy,
      })
    },
  })
}

/** The policy that decides `fDenyTSConnections`. */
export const remoteConnectionsHolder = policyCopy(
  'remote-connections-holder',
  'fDenyTSConnections',
  (value) => value !== 0,
)

/** The policy that decides `UserAuthentication`. */
export const networkLevelAuthenticationHolder = policyCopy(
  'network-level-authentication-holder',
  'UserAuthentication',
  (value) => value === 0,
)

/** No service for managing devices has a value of its own for these. */
export const noMdmHolder = defineProbe<Holder | null>({ id: 'no-mdm-holder', read: () => ok(null) })
