import { defineCheck, type Judgement } from '../../engine/define-check.ts'
import { delegationPolicy } from '../../facts/credential-guard.ts'
import { keys } from '../../facts/keys.ts'
import { pages } from '../links.ts'

export const rdpCredentialGuard = defineCheck({
  id: 'rdp.credential-guard',
  title: 'Remote Credential Guard',
  why: 'With Remote Credential Guard the client keeps its credentials to itself, which Microsoft Entra accounts do not support.',
  roles: ['client'],
  tracks: ['rdp'],
  links: [pages.remoteEntraPc],
  needs: { policy: delegationPolicy },
  judge: ({ policy: { restricted, type } }): Judgement => {
    const evidence = [
      {
        source: 'registry',
        where: keys.credentialsDelegation,
        what: `RestrictedRemoteAdministration ${restricted ?? 'is not set'}, RestrictedRemoteAdministrationType ${type ?? 'is not set'}`,
      },
    ]
    if (restricted !== 1) return { status: 'pass', detail: 'No policy asks for a protected connection mode.', evidence }
    if (type === 2)
      return {
        status: 'fail',
        detail:
          'A policy requires Remote Credential Guard, which does not work with Microsoft Entra accounts. Ask its owner for an exception.',
        evidence,
      }
    if (type === 3)
      return {
        status: 'warn',
        detail:
          'A policy asks for Restricted Admin or Remote Credential Guard. If Windows chooses the latter, the connection fails.',
        evidence,
      }
    return type === 1
      ? { status: 'pass', detail: 'A policy asks for Restricted Admin, not for Remote Credential Guard.', evidence }
      : { status: 'unknown', detail: 'A policy restricts delegation, and which mode it asks for is not set.', evidence }
  },
})
