import type { CredentialForm, KerberosAction, KerberosServerOrder } from '../../../shared/hand-over.ts'
import { powershellLiteral as literal } from '../powershell-literal.ts'

const cloudPrompt = "$cloudCred = Get-Credential -Message 'Global Administrator of Microsoft Entra ID'"
const domainPrompt = '$domainCred = Get-Credential -Message "Domain Admins and Enterprise Admins, of $domain"'

interface Form {
  /** Once, before anything else. */
  readonly once: (account: string) => readonly string[]
  /** For each domain. */
  readonly perDomain: readonly string[]
  readonly parameters: string
}

/** The four examples of Microsoft’s page, in its own names. */
const forms: Readonly<Record<CredentialForm, Form>> = {
  'all-prompts': {
    once: () => [cloudPrompt],
    perDomain: [domainPrompt],
    parameters: '-CloudCredential $cloudCred -DomainCredential $domainCred',
  },
  'cloud-prompt': { once: () => [cloudPrompt], perDomain: [], parameters: '-CloudCredential $cloudCred' },
  'upn-domain-prompt': {
    once: (account) => [`$userPrincipalName = ${literal(account)}`],
    perDomain: [domainPrompt],
    parameters: '-UserPrincipalName $userPrincipalName -DomainCredential $domainCred',
  },
  upn: {
    once: (account) => [`$userPrincipalName = ${literal(account)}`],
    perDomain: [],
    parameters: '-UserPrincipalName $userPrincipalName',
  },
}

/** What names the domain and the credentials, before the commands. */
export const preparation = ({ credentials, domains, account }: KerberosServerOrder): readonly string[] => {
  const { once, perDomain } = forms[credentials]
  const [domain, ...more] = domains
  const named =
    more.length > 0
      ? [`$domains = @(${domains.map(literal).join(', ')})`]
      : [`$domain = ${domain === undefined ? '$env:USERDNSDOMAIN' : literal(domain)}`]
  return [...named, ...once(account ?? ''), ...(more.length > 0 ? [] : perDomain)]
}

const verbs: Readonly<Record<KerberosAction, readonly [command: string, more: string]>> = {
  create: ['Set-AzureADKerberosServer', ''],
  verify: ['Get-AzureADKerberosServer', ''],
  rotate: ['Set-AzureADKerberosServer', ' -RotateServerKey'],
  remove: ['Remove-AzureADKerberosServer', ''],
}

/** One action, for the one domain or for each. */
export const commandLines = (
  action: KerberosAction,
  { credentials, domains }: KerberosServerOrder,
): readonly string[] => {
  const { perDomain, parameters } = forms[credentials]
  const [command, more] = verbs[action]
  const line = `${command} -Domain $domain ${parameters}${more}`
  if (domains.length < 2) return [line]
  return ['foreach ($domain in $domains) {', ...[...perDomain, line].map((each) => `    ${each}`), '}']
}
