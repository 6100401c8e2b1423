import { ok, type Result } from '../../shared/result.ts'
import { defineProbe } from '../engine/probe.ts'
import { keys } from './keys.ts'
import { groupPolicyHolderOf, type Holder, mdmName } from './policy-owner.ts'
import { numberIn } from './values.ts'

/** The group policy that decides "Turn on security key sign-in". */
export const signInGroupPolicyHolder = groupPolicyHolderOf(
  'sign-in-group-policy-holder',
  'MACHINE\\SOFTWARE\\Policies\\Microsoft\\FIDO\\EnableFIDODeviceLogon',
)

/**
 * MDM's own value for security key sign-in; nobody else writes it. Source: "PassportForWork CSP",
 * https://learn.microsoft.com/windows/client-management/mdm/passportforwork-csp
 */
export const signInMdmHolder = defineProbe<Holder | null>({
  id: 'sign-in-mdm-holder',
  keys: [keys.securityKeyMdm],
  read: ({ recording }): Result<Holder | null> => {
    const found = recording.registry.value(keys.securityKeyMdm, 'UseSecurityKeyForSignin')
    if (!found.ok) return found
    if (found.value === null) return ok(null)
    return ok({ kind: 'mdm', name: mdmName, value: numberIn(found.value), where: keys.securityKeyMdm })
  },
})
