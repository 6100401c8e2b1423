import type { DomainVerdict } from '../../../shared/security-key/kerberos-verdict.ts'
import type { KerberosServer } from '../../readers/kerberos-server.ts'
import type { KerberosServerHalves } from '../../readers/kerberos-server-halves.ts'
import { daysSince } from '../../readers/key-date.ts'

const other = (a: string | null, b: string | null): boolean =>
  a !== null && b !== null && a.toLowerCase() !== b.toLowerCase()

/** Source: "Passwordless security key sign-in to on-premises resources", what each command does. */
const mendOf = (server: KerberosServerHalves): string | null => {
  if (server.inSync !== 'no') return null
  const { cloudId, cloudDomain, cloudKeyVersion, cloudKeyUpdatedOn } = server
  if ([cloudId, cloudDomain, cloudKeyVersion, cloudKeyUpdatedOn].every((value) => value === null))
    return 'Run Set-AzureADKerberosServer for this domain again: it publishes the object to Microsoft Entra ID.'
  if (other(server.id, cloudId) || other(server.domain, cloudDomain))
    return 'The halves belong to different objects. Remove both with Remove-AzureADKerberosServer and create them again with Set-AzureADKerberosServer.'
  return 'Rotate the key with Set-AzureADKerberosServer -RotateServerKey, and with nothing else.'
}

const days = (count: number): string => `${count} ${count === 1 ? 'day' : 'days'}`

/**
 * For krbtgt accounts in general. Source: "Accounts security posture assessments", Change password for krbtgt account,
 * https://learn.microsoft.com/defender-for-identity/security-posture-assessments/accounts
 */
const oldAfter = 180

/**
 * For this key Microsoft names no number of days, only the schedule of the other krbtgt keys: an old one is said to be
 * old, and fails nothing. Source: "Rotate the Microsoft Entra Kerberos server key",
 * https://learn.microsoft.com/entra/identity/authentication/kerberos-server-key-rotation
 */
const ageOf = ({ keyUpdatedOn }: KerberosServerHalves, now: Date): string | null => {
  const age = keyUpdatedOn === null ? null : daysSince(keyUpdatedOn, now)
  if (age === null) return null
  const said = age.fewest === age.most ? days(age.most) : `${age.fewest} or ${days(age.most)}`
  return age.fewest > oldAfter
    ? `The key was rotated ${said} ago. That is too long: Microsoft Defender for Identity counts a krbtgt key as old after ${oldAfter} days. Rotate it with Set-AzureADKerberosServer -RotateServerKey, and from then on with your other krbtgt keys.`
    : `The key was rotated ${said} ago. Rotate it on the schedule of your other krbtgt keys.`
}

const seenOf = (server: KerberosServerHalves): string =>
  [
    `Id ${server.id ?? '?'} / ${server.cloudId ?? '?'}`,
    `domain ${server.domain ?? '?'} / ${server.cloudDomain ?? '?'}`,
    `key version ${server.keyVersion ?? '?'} / ${server.cloudKeyVersion ?? '?'}`,
    `key date ${server.keyUpdatedOn ?? '?'} / ${server.cloudKeyUpdatedOn ?? '?'}`,
  ].join(', ')

/** One verdict for each domain of a pasted text. */
export const domainVerdicts = ({ domains }: KerberosServer, now: Date): readonly DomainVerdict[] =>
  domains.map((server) => ({
    domain: server.domain ?? server.cloudDomain,
    inSync: server.inSync,
    problems: server.problems,
    mend: mendOf(server),
    age: ageOf(server, now),
    seen: seenOf(server),
  }))
