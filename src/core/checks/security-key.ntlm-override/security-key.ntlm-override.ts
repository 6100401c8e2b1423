import { defineCheck } from '../../engine/define-check.ts'
import { keys } from '../../facts/keys.ts'
import { ntlmOverride } from '../../facts/security-key.ts'
import { pages } from '../links.ts'

export const securityKeyNtlmOverride = defineCheck({
  id: 'security-key.ntlm-override',
  title: 'Sign-in to NTLM resources',
  why: 'Most companies still have resources that use NTLM. A value from preview times leaves them out of the sign-in.',
  roles: ['client', 'server'],
  tracks: ['security-key'],
  links: [pages.securityKeys],
  needs: { override: ntlmOverride },
  judge: ({ override }) => {
    const evidence = [
      {
        source: 'registry',
        where: keys.kerberosParameters,
        what: override === null ? 'KeyListReqSupportOverride is not set' : `KeyListReqSupportOverride = ${override}`,
      },
    ]
    return override === 0
      ? {
          status: 'warn',
          detail: 'NTLM resources are left out of security key sign-in, so they ask for a password.',
          evidence,
          fixes: ['security-key.clear-ntlm-override'],
        }
      : { status: 'pass', detail: 'NTLM resources are part of security key sign-in.', evidence }
  },
})
