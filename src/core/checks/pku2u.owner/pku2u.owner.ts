import { defineCheck, type Judgement } from '../../engine/define-check.ts'
import { keys } from '../../facts/keys.ts'
import { pku2uRule } from '../../facts/pku2u-rule.ts'
import { allowOnlineId, pku2uSetting } from '../../facts/pku2u-setting.ts'
import { groupPolicyHolder, type Holder, mdmHolder, pku2uBaselines, putsPku2uBack } from '../../facts/policy-owner.ts'
import { fromRegistry } from '../evidence.ts'
import { pages } from '../links.ts'
import { notOnWebPath } from '../pku2u.setting/pku2u.setting.ts'

const source = { 'group-policy': 'policy', mdm: 'registry' } as const

export const pku2uOwner = defineCheck({
  id: 'pku2u.owner',
  title: 'Policy for PKU2U',
  why: 'A value written here does not last while Group Policy or Intune sets it to 0. Then the policy has to change.',
  roles: ['client', 'server'],
  tracks: ['rdp'],
  links: [pages.policyCsp, pages.pku2uSetting],
  notFor: notOnWebPath,
  needs: {},
  considers: { setting: pku2uSetting, rule: pku2uRule, groupPolicy: groupPolicyHolder, mdm: mdmHolder },
  judge: (_facts, { setting, rule, groupPolicy, mdm }): Judgement => {
    const state = setting.ok ? setting.value.state : 'unknown'
    if (rule.ok && rule.value === 'keep-off' && (state === 'off' || state === 'not-set'))
      return { status: 'not-applicable', detail: 'PKU2U should stay off on this PC.', evidence: [] }
    const holders = [groupPolicy, mdm].flatMap((found): Holder[] =>
      found.ok && found.value !== null ? [found.value] : [],
    )
    const evidence = [
      ...(setting.ok ? [fromRegistry(keys.pku2u, allowOnlineId, setting.value.raw)] : []),
      ...holders.map(({ kind, name, value, where }) => ({
        source: source[kind],
        where,
        what: `${name} sets ${value ?? 'an unknown value'}`,
      })),
      groupPolicy.ok
        ? {
            source: 'policy',
            where: 'Resultant Set of Policy',
            what: groupPolicy.value === null ? 'No Group Policy sets it.' : 'Read.',
          }
        : { source: 'policy', where: 'Resultant Set of Policy', what: groupPolicy.fault.message },
      mdm.ok
        ? {
            source: 'registry',
            where: keys.policyManager,
            what: mdm.value === null ? 'No management service sets it.' : 'Read.',
          }
        : { source: 'registry', where: keys.policyManager, what: mdm.fault.message },
    ]
    const blocker = holders.find(({ value }) => value === 0)
    if (blocker !== undefined)
      return {
        status: 'fail',
        detail: `${blocker.name} sets PKU2U to blocked. ${putsPku2uBack[blocker.kind]} Ask its owner for an exception. ${pku2uBaselines}`,
        evidence,
      }
    if (groupPolicy.ok && mdm.ok && holders.every(({ value }) => value !== null))
      return {
        status: 'pass',
        detail: holders.length === 0 ? 'No policy sets PKU2U.' : 'The policy that sets PKU2U does not block it.',
        evidence,
      }
    if (state === 'off' || state === 'unknown')
      return {
        status: 'unknown',
        detail:
          state === 'off'
            ? 'PKU2U is off, and whether a policy turned it off could not be read. It is looked up before anything is written.'
            : 'Neither the PKU2U value nor every policy source could be read.',
        evidence,
      }
    return {
      status: 'pass',
      detail: 'Nothing here shows a policy that blocks PKU2U. Not every policy source could be read.',
      evidence,
    }
  },
})
