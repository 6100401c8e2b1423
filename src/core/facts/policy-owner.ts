import { ok, type Result } from '../../shared/result.ts'
import { defineProbe } from '../engine/probe.ts'
import { readPolicyResult } from '../readers/policy-result.ts'
import { keys } from './keys.ts'
import { numberIn, sameText, text } from './values.ts'

/** A policy that sets AllowOnlineID. */
export interface Holder {
  readonly kind: 'group-policy' | 'mdm'
  readonly name: string
  /** What it sets: 1 allows, 0 blocks; null when it is written in a form we do not know. */
  readonly value: number | null
  readonly where: string
}

const policyPath = 'MACHINE\\System\\CurrentControlSet\\Control\\Lsa\\pku2u\\AllowOnlineID'
const policyName = 'NetworkSecurity_AllowPKU2UAuthenticationRequests'
const localPolicyName = 'Local policy'

/** Group Policy's answer from the Resultant Set of Policy; null when no policy sets the value. Precedence 1 wins. */
export const groupPolicyHolder = defineProbe<Holder | null>({
  id: 'group-policy-holder',
  commands: ['policy-result'],
  read: ({ recording }) => {
    const output = recording.output('policy-result')
    if (!output.ok) return output
    const entries = readPolicyResult(output.value.text)
    if (!entries.ok) return entries
    const winner = entries.value
      .filter((entry) => sameText(entry.path.replaceAll('/', '\\'), policyPath) && entry.precedence === 1)
      .at(0)
    if (winner === undefined) return ok(null)
    const isLocal = sameText(winner.gpoId, 'LocalGPO')
    const data = winner.data.trim()
    return ok<Holder>({
      kind: 'group-policy',
      name: isLocal ? localPolicyName : (winner.gpoName ?? winner.gpoId),
      value: /^\d{1,10}$/.test(data) ? Number(data) : null,
      where: winner.gpoId,
    })
  },
})

/**
 * Evidence of MDM in PolicyManager. A value there without `…_ProviderSet` = 1 is a default, not management.
 */
export const mdmHolder = defineProbe<Holder | null>({
  id: 'mdm-holder',
  keys: [keys.policyManager],
  read: ({ recording }): Result<Holder | null> => {
    const { registry } = recording
    const set = registry.value(keys.policyManager, `${policyName}_ProviderSet`)
    if (!set.ok) return set
    if (numberIn(set.value) !== 1) return ok(null)
    const value = registry.value(keys.policyManager, policyName)
    if (!value.ok) return value
    const provider = registry.value(keys.policyManager, `${policyName}_WinningProvider`)
    const enrolment = provider.ok ? text(provider.value) : null
    return ok({
      kind: 'mdm',
      name: 'Intune or another MDM service',
      value: numberIn(value.value),
      where: enrolment === null ? keys.policyManager : `${keys.policyManager}, enrollment ${enrolment}`,
    })
  },
})
