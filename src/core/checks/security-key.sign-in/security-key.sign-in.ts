import type { Result } from '../../../shared/result.ts'
import { defineCheck, type Judgement } from '../../engine/define-check.ts'
import { keys } from '../../facts/keys.ts'
import { groupPolicySignIn, mdmSignIn } from '../../facts/security-key.ts'
import { pages } from '../links.ts'

const shown = (name: string, found: Result<number | null>): string =>
  found.ok ? `${name} ${found.value === null ? 'is not set' : `= ${found.value}`}` : found.fault.message

export const securityKeySignIn = defineCheck({
  id: 'security-key.sign-in',
  title: 'Security key sign-in',
  why: 'Windows offers security keys on the sign-in screen only when a policy says so. An expired password blocks the key too.',
  roles: ['client', 'server'],
  tracks: ['security-key'],
  links: [pages.securityKeySignIn, pages.passportCsp],
  needs: {},
  considers: { groupPolicy: groupPolicySignIn, mdm: mdmSignIn },
  judge: (_facts, { groupPolicy, mdm }): Judgement => {
    const evidence = [
      { source: 'registry', where: keys.fidoPolicy, what: shown('EnableFIDODeviceLogon', groupPolicy) },
      { source: 'registry', where: keys.securityKeyMdm, what: shown('UseSecurityKeyForSignin', mdm) },
    ]
    const byGroupPolicy = groupPolicy.ok && groupPolicy.value !== null ? groupPolicy.value !== 0 : null
    const byMdm = mdm.ok && mdm.value !== null ? mdm.value === 1 : null
    if (byGroupPolicy !== null && byMdm !== null && byGroupPolicy !== byMdm)
      return {
        status: 'warn',
        detail: `Group Policy turns security key sign-in ${byGroupPolicy ? 'on' : 'off'}, MDM turns it ${byMdm ? 'on' : 'off'}. Let one of them decide.`,
        evidence,
      }
    if (byGroupPolicy === true || byMdm === true)
      return { status: 'pass', detail: 'Security keys are offered on the sign-in screen.', evidence }
    if (!groupPolicy.ok || !mdm.ok)
      return { status: 'unknown', detail: 'Whether security keys may sign in could not be read.', evidence }
    const decider = byMdm === false ? 'MDM' : byGroupPolicy === false ? 'Group Policy' : null
    return {
      status: 'fail',
      detail:
        decider === null
          ? 'Security keys are not offered on the sign-in screen: no policy turns them on, and Windows leaves them off by itself.'
          : `Security keys are not offered on the sign-in screen: ${decider} turns them off. A change here lasts only when it is changed there, too.`,
      evidence,
      fixes: ['security-key.enable-sign-in'],
    }
  },
})
