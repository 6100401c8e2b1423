import { defineCheck, type Judgement } from '../../engine/define-check.ts'
import { pastedKerberosServer } from '../../facts/security-key.ts'
import { pages } from '../links.ts'

export const securityKeyKerberosServer = defineCheck({
  id: 'security-key.kerberos-server',
  title: 'Both halves of the Kerberos server object agree',
  why: 'The object exists on-premises, where it looks like a read-only domain controller, and in Microsoft Entra ID. Keys rotated with another tool drift apart.',
  roles: ['client', 'server'],
  tracks: ['security-key'],
  links: [pages.securityKeys],
  needs: { server: pastedKerberosServer },
  judge: ({ server }): Judgement => {
    if (server === null)
      return {
        status: 'not-applicable',
        detail: 'Nobody added the output of Get-AzureADKerberosServer.',
        evidence: [],
      }
    const evidence = [
      {
        source: 'input',
        where: 'Get-AzureADKerberosServer',
        what: `Id ${server.id ?? '?'} / ${server.cloudId ?? '?'}, key version ${server.keyVersion ?? '?'} / ${server.cloudKeyVersion ?? '?'}`,
      },
    ]
    if (server.inSync === 'yes') return { status: 'pass', detail: 'Both halves agree.', evidence }
    if (server.inSync === 'unknown')
      return { status: 'unknown', detail: 'The pasted text does not say enough.', evidence }
    return {
      status: 'fail',
      detail: `${server.problems.join(' ')} Rotate the key with Set-AzureADKerberosServer -RotateServerKey, and with nothing else.`,
      evidence,
    }
  },
})
