import { ok } from '../../shared/result.ts'
import { defineProbe } from '../engine/probe.ts'
import { keys } from './keys.ts'
import { dword } from './values.ts'

export interface DelegationPolicy {
  readonly restricted: number | null
  /** 1 Restricted Admin, 2 Remote Credential Guard, 3 either. */
  readonly type: number | null
}

/** "Restrict delegation of credentials to remote servers": which protected mode the client must use. */
export const delegationPolicy = defineProbe<DelegationPolicy>({
  id: 'delegation-policy',
  keys: [keys.credentialsDelegation],
  read: ({ recording: { registry } }) => {
    const restricted = registry.value(keys.credentialsDelegation, 'RestrictedRemoteAdministration')
    if (!restricted.ok) return restricted
    const type = registry.value(keys.credentialsDelegation, 'RestrictedRemoteAdministrationType')
    return type.ok ? ok({ restricted: dword(restricted.value), type: dword(type.value) }) : type
  },
})
