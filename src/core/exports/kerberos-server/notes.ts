import type { KerberosAction } from '../../../shared/hand-over.ts'

/**
 * What Microsoft’s page says about the commands. Source: "Passwordless security key sign-in to on-premises resources",
 * https://learn.microsoft.com/entra/identity/authentication/howto-authentication-passwordless-security-key-on-premises
 */
export const generalNotes: readonly string[] = [
  'Microsoft Entra Kerberos server object: commands for an administrator to read, then run.',
  'PKU2U Doctor never runs them and never asks for a password. PowerShell asks for the credentials when they are needed.',
  '',
  'Who may: the domain credential is a member of Domain Admins and of Enterprise Admins, the cloud credential (or the',
  'account named by -UserPrincipalName) is a Global Administrator.',
  'Where: on any computer that reaches a domain controller of the domain. Microsoft Entra Connect is not needed on it.',
  'The object is needed in each domain and each forest that holds users of Microsoft Entra ID. Microsoft Entra ID keeps',
  'one KerberosDomain object for each on-premises domain, so two domains of one forest make two.',
  'No published baseline for this object is known to PKU2U Doctor: compare it with your own.',
  '',
  'A credential of another domain connects over NTLM, which fails for members of Protected Users. Then sign in to Windows',
  'as a user of that domain who may do this and leave out -DomainCredential; "whoami /groups" shows the memberships.',
]

export const moduleLines: readonly string[] = [
  '# Once for each computer, in Windows PowerShell as administrator. The gallery wants TLS 1.2.',
  '[Net.ServicePointManager]::SecurityProtocol = [Net.ServicePointManager]::SecurityProtocol -bor [Net.SecurityProtocolType]::Tls12',
  '# The module uses AzureADPreview, which collides with an installed AzureAD module; hence -AllowClobber.',
  'Install-Module -Name AzureADHybridAuthenticationManagement -AllowClobber',
]

export const actionNotes: Readonly<Record<KerberosAction, readonly string[]>> = {
  create: [
    'CREATE the object on-premises and in Microsoft Entra ID.',
    'To put it back: Remove-AzureADKerberosServer with the same parameters takes the object away on both sides.',
  ],
  verify: [
    'VERIFY: Id = CloudId, DomainDnsName = CloudDomainDnsName, KeyVersion = CloudKeyVersion, KeyUpdatedOn = CloudKeyUpdatedOn.',
    'Save what it prints; "pku2u-doctor read --as kerberos-server FILE" says whether both sides agree.',
  ],
  rotate: [
    'ROTATE the key regularly, on the schedule of the other krbtgt keys.',
    'Only with this command: other tools change one side, and cloud and on-premises drift apart.',
  ],
  remove: [
    'REMOVE - DESTRUCTIVE: takes the object away on both sides. Sign-in with security keys to on-premises resources and',
    'Windows Hello for Business cloud trust stop working for the users of the domain.',
  ],
}
