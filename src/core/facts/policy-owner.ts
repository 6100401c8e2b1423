import { ok, type Result } from '../../shared/result.ts'
import { defineProbe, type Probe } from '../engine/probe.ts'
import { readPolicyResult } from '../readers/policy-result.ts'
import { keys } from './keys.ts'
import { numberIn, sameText, text } from './values.ts'

/** A policy that sets a value. */
export interface Holder {
  readonly kind: 'group-policy' | 'mdm'
  readonly name: string
  /** What it sets: 0 turns the setting off; null when it is written in a form we do not know. */
  readonly value: number | null
  readonly where: string
}

/**
 * When each kind of policy writes AllowOnlineID again. Group Policy: the security extension does so every 960 minutes at
 * the latest, changed or not; MDM: at its check-in.
 */
export const putsPku2uBack: Readonly<Record<Holder['kind'], string>> = {
  'group-policy': 'Group Policy puts the value back, at the latest 16 hours after a change made here.',
  mdm: 'The management service puts the value back at its next check-in, usually within eight hours.',
}

/** Published audit files that ask for 0. */
export const pku2uBaselines =
  'Security baselines ask for this: CIS 2.3.11.3, CIS for Intune 49.22, DISA STIG WN10-SO-000185 and WN11-SO-000185.'

const policyName = 'NetworkSecurity_AllowPKU2UAuthenticationRequests'
const localPolicyName = 'Local policy'
/** No registry of an ordinary PC tells which service it was. */
export const mdmName = 'Intune or another MDM service'

/**
 * Group Policy's answer for one value from the Resultant Set of Policy; null when no policy sets it. Precedence 1 wins.
 * `path`: `MACHINE\…`, as RSoP names it.
 */
export const groupPolicyHolderOf = (id: string, path: string): Probe<Holder | null> =>
  defineProbe<Holder | null>({
    id,
    commands: ['policy-result'],
    read: ({ recording }) => {
      const output = recording.output('policy-result')
      if (!output.ok) return output
      const entries = readPolicyResult(output.value.text)
      if (!entries.ok) return entries
      const winner = entries.value
        .filter((entry) => sameText(entry.path.replaceAll('/', '\\'), path) && entry.precedence === 1)
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

/** The group policy that sets AllowOnlineID. */
export const groupPolicyHolder = groupPolicyHolderOf(
  'group-policy-holder',
  'MACHINE\\System\\CurrentControlSet\\Control\\Lsa\\pku2u\\AllowOnlineID',
)

/**
 * Evidence of MDM in PolicyManager, for AllowOnlineID. A value there without `…_ProviderSet` = 1 is a default, not management.
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
      name: mdmName,
      value: numberIn(value.value),
      where: enrolment === null ? keys.policyManager : `${keys.policyManager}, enrollment ${enrolment}`,
    })
  },
})
