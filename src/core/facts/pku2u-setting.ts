import { fail, ok } from '../../shared/result.ts'
import { defineProbe } from '../engine/probe.ts'
import type { RegistryValue } from '../recording/recording.ts'
import { keys } from './keys.ts'

export const allowOnlineId = 'AllowOnlineID'

export interface Pku2uSetting {
  readonly state: 'on' | 'off' | 'not-set' | 'invalid'
  /** The number when it is a REG_DWORD. */
  readonly value: number | null
  readonly raw: RegistryValue | null
}

/**
 * `AllowOnlineID`: 1 allows PKU2U, 0 blocks it. No key or no value means that nobody decided, which is a third state.
 * Source: "Network security: Allow PKU2U authentication requests to this computer to use online identities",
 * https://learn.microsoft.com/previous-versions/windows/it-pro/windows-10/security/threat-protection/security-policy-settings/network-security-allow-pku2u-authentication-requests-to-this-computer-to-use-online-identities
 */
export const pku2uSetting = defineProbe<Pku2uSetting>({
  id: 'pku2u-setting',
  keys: [keys.pku2u],
  read: ({ recording }) => {
    const found = recording.registry.value(keys.pku2u, allowOnlineId)
    if (!found.ok) return fail(found.fault.code, found.fault.message)
    const raw = found.value
    if (raw === null) return ok({ state: 'not-set', value: null, raw })
    if (raw[0] !== 'REG_DWORD' || typeof raw[1] !== 'number') return ok({ state: 'invalid', value: null, raw })
    const state = raw[1] === 1 ? 'on' : raw[1] === 0 ? 'off' : 'invalid'
    return ok({ state, value: raw[1], raw })
  },
})
