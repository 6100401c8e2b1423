import { defineCheck, type Judgement } from '../../engine/define-check.ts'
import { askingUser } from '../../facts/asking-user.ts'
import { dsregcmd } from '../../facts/dsregcmd.ts'
import { cloudKerberos, credentialOf } from '../../facts/security-key.ts'
import { notRead } from '../evidence.ts'
import { pages } from '../links.ts'

const credentialWords = {
  password: 'a password',
  'public-key': 'a security key or Windows Hello',
  unknown: 'not told',
} as const

const missing = {
  password:
    'There is no ticket from Microsoft Entra ID. This sign-in was made with a password, which brings none, and that is normal. Sign in with the security key while online to test it.',
  'public-key':
    'There is no ticket from Microsoft Entra ID, although this sign-in was made with a key. Sign out, sign in with the security key while online, and check again; if it stays away, look at the Kerberos server object of the domain.',
  unknown:
    'There is no ticket from Microsoft Entra ID. After a sign-in with a password that is normal. Sign out, sign in with the security key while online, and check again.',
} as const

export const securityKeyCloudTgt = defineCheck({
  id: 'security-key.cloud-tgt',
  title: 'Ticket from Microsoft Entra ID',
  why: 'The ticket comes with a security key sign-in. After signing in with a password there is none, and that is normal.',
  roles: ['client', 'server'],
  tracks: ['security-key'],
  links: [pages.securityKeys],
  needs: { user: askingUser },
  considers: { klist: cloudKerberos, status: dsregcmd },
  judge: ({ user }, { klist, status }): Judgement => {
    const evidence = [
      ...(klist.ok
        ? [
            {
              source: 'klist',
              where: 'klist cloud_debug',
              what: `Cloud Primary (Hybrid logon) TGT available: ${klist.value.cloudPrimaryTgt}; signed in with: ${credentialWords[credentialOf(klist.value)]}`,
            },
          ]
        : notRead('klist', 'klist cloud_debug', klist)),
      ...(status.ok
        ? [
            {
              source: 'dsregcmd',
              where: 'dsregcmd /status',
              what: `OnPremTgt: ${status.value.sso.onPremTgt}, CloudTgt: ${status.value.sso.cloudTgt}`,
            },
          ]
        : []),
    ]
    if (user.asSessionUser !== 'yes')
      return {
        status: 'unknown',
        detail: 'Tickets belong to the signed-in user, and this was not asked as that user.',
        evidence,
      }
    if (!klist.ok || klist.value.cloudPrimaryTgt === 'unknown')
      return { status: 'unknown', detail: 'Whether the user holds the ticket could not be read.', evidence }
    return klist.value.cloudPrimaryTgt === 'yes'
      ? { status: 'pass', detail: 'The user holds the ticket.', evidence }
      : { status: 'warn', detail: missing[credentialOf(klist.value)], evidence }
  },
})
