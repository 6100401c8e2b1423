import type { DomainVerdict } from '../../../shared/security-key/kerberos-verdict.ts'
import { defineCheck, type Judgement } from '../../engine/define-check.ts'
import { pastedKerberosServer } from '../../facts/security-key.ts'
import { pages } from '../links.ts'
import { domainVerdicts } from './domain-verdict.ts'

const sentences = (verdicts: readonly DomainVerdict[], isOneOfSeveral: boolean): string =>
  verdicts
    .map(({ domain, problems, mend }) =>
      [...(isOneOfSeveral ? [`${domain ?? 'A domain without a name'}:`] : []), ...problems, mend]
        .filter((part) => part !== null)
        .join(' '),
    )
    .join('\n')

export const securityKeyKerberosServer = defineCheck({
  id: 'security-key.kerberos-server',
  title: 'Kerberos server object',
  why: 'The object exists on-premises, where it looks like a read-only domain controller, and in Microsoft Entra ID. Keys rotated with another tool drift apart.',
  roles: ['client', 'server'],
  tracks: ['security-key'],
  links: [pages.securityKeys, pages.kerberosKeyRotation],
  needs: { server: pastedKerberosServer },
  judge: ({ server }, _results, { now }): Judgement => {
    if (server === null)
      return {
        status: 'not-applicable',
        detail: 'Nobody added the output of Get-AzureADKerberosServer.',
        evidence: [],
      }
    const verdicts = domainVerdicts(server, now)
    const isOneOfSeveral = verdicts.length > 1
    const evidence = verdicts.map(({ seen }) => ({ source: 'input', where: 'Get-AzureADKerberosServer', what: seen }))
    const broken = verdicts.filter(({ inSync }) => inSync === 'no')
    if (broken.length > 0) return { status: 'fail', detail: sentences(broken, isOneOfSeveral), evidence }
    const unclear = verdicts.filter(({ inSync }) => inSync === 'unknown')
    if (unclear.length > 0)
      return {
        status: 'unknown',
        detail: `The pasted text does not say enough. ${sentences(unclear, isOneOfSeveral)}`,
        evidence,
      }
    const ages = verdicts.map(({ domain, age }) => (age === null ? null : isOneOfSeveral ? `${domain}: ${age}` : age))
    return {
      status: 'pass',
      detail: [isOneOfSeveral ? 'Both halves agree in each domain.' : 'Both halves agree.', ...ages]
        .filter((part) => part !== null)
        .join(' '),
      evidence,
    }
  },
})
