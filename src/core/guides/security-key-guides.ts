import { faceNote, keyTests } from '../../shared/security-key/key-tests.ts'
import { pages } from '../checks/links.ts'
import { defineGuide } from './define-guide.ts'

const how = defineGuide({
  id: 'guide.key-how',
  title: 'How a security key opens on-premises resources',
  text: [
    'The user signs in to Windows with the key. Microsoft Entra ID finds the Kerberos server key of the user’s domain, and gives out half a ticket, with little more than the user’s SID in it, together with the sign-in to the cloud.',
    'At the first on-premises resource a domain controller turns the half into a full ticket. From then on everything is as always: the controllers give out service tickets, and the rights are those of the domain.',
    'The Kerberos server object is not a machine. It looks like a read-only domain controller and follows the same rules. Read-only controllers give no tickets to privileged groups by default, so test with an ordinary user.',
  ],
  links: [pages.securityKeys, pages.kerberosKeyRotation],
})

const needs = defineGuide({
  id: 'guide.key-needs',
  title: 'What security key sign-in needs',
  text: [
    'This PC: Windows 10 version 2004 (build 19041) or newer, Microsoft Entra joined or hybrid joined, and security key sign-in turned on by policy. Older pages name build 18945; that was a preview. The same set-up serves Windows Hello for Business with cloud trust.',
    'Domain controllers: Windows Server 2016 with KB4534307 or 2019 with KB4534321, or later, at least one writable one in each site. Where encryption types are limited in policy, AES256_HMAC_SHA1 must be among them on the controllers.',
    'Find out whether resources use NTLM; most estates have some. They need the updated controllers. KeyListReqSupportOverride = 0 left them out in the preview; remove it.',
    'Tenant: MFA, combined registration of security information, compatible FIDO2 keys, and Microsoft Entra Connect for hybrid users. Intune or Group Policy brings the setting to the PCs. PKU2U Doctor cannot see the tenant.',
  ],
  links: [pages.securityKeys, pages.encryptionTypes, pages.securityKeySignIn],
})

const tenant = defineGuide({
  id: 'guide.key-tenant',
  title: 'Turn security keys on for the tenant and the PCs',
  text: [
    'In the Microsoft Entra admin center, under Authentication methods, enable the FIDO2 security key method for the users of the pilot. They register their keys on their security info page, where combined registration must be on.',
    'The PCs need one of these. All of them set the same thing; without any, the sign-in screen offers no key.',
  ],
  table: {
    columns: ['Way', 'Where', 'What'],
    rows: [
      [
        'Intune, all PCs',
        'Devices › Enrollment › Windows Hello for Business',
        '“Use security keys for sign-in”: Enabled',
      ],
      [
        'Intune, by group',
        'A custom profile with the OMA-URI ./Device/Vendor/MSFT/PassportForWork/SecurityKey/UseSecurityKeyForSignin',
        'Integer, 1',
      ],
      [
        'Group Policy',
        'Administrative Templates › System › Logon',
        '“Turn on security key sign-in”: Enabled. Not configured and Disabled both leave it off',
      ],
      ['This PC alone', 'The fix security-key.enable-sign-in', 'The value that Group Policy writes'],
    ],
  },
  links: [pages.securityKeySignIn, pages.passportCsp],
})

const server = defineGuide({
  id: 'guide.kerberos-server',
  title: 'The Kerberos server object: create, verify, rotate, remove',
  text: [
    'Each domain, in each forest, whose users sign in with keys needs its own object. It is made with Set-AzureADKerberosServer from the module AzureADHybridAuthenticationManagement, in an elevated PowerShell on any PC that reaches a domain controller; Microsoft Entra Connect need not be there. The preview’s AzureADKerberosManagement.zip is superseded.',
    'It takes an account in Domain Admins and Enterprise Admins, and one that is Global Administrator. The commands differ by how these two sign in. “Export” and the screen for security keys write them out; PKU2U Doctor never runs them.',
    'Get-AzureADKerberosServer shows both halves. Id, domain name, key version and key date must be the same on both sides. Key versions jump; only equality counts. Paste the output into PKU2U Doctor to have it judged.',
    'Rotate the key regularly, when the other krbtgt keys are rotated, with Set-AzureADKerberosServer -RotateServerKey and with nothing else: another tool changes one half only. Remove-AzureADKerberosServer takes both halves away, and on-premises sign-in with keys ends.',
    'A domain credential that is handed over connects with NTLM, which fails for members of Protected Users. Then sign in to Windows as a user of that domain who may do this, and leave the credential out. “whoami /groups” shows the memberships.',
  ],
  links: [pages.securityKeys, pages.kerberosKeyRotation],
})

const faq = defineGuide({
  id: 'guide.key-faq',
  title: 'Security keys: questions that come up',
  text: [
    'The password has expired: the key does not sign in until it is changed. Change it on the lock screen or in a browser first.',
    'Right after a hybrid join the key is not offered: restart, sign in with the password once, and wait for policy. dsregcmd /status must show AzureAdJoined and DomainJoined as YES. This is so for every hybrid PC, with or without keys.',
    'A resource asks for a password (NTLM) after a sign-in with the key: too few controllers have the update, or one without it answers first. nltest /dsgetdc:DOMAIN /keylist /kdc shows one that can; the option exists from Windows 10 version 2004 on.',
    'Read-only domain controllers: the sign-in wants a writable one. One in each site is enough.',
    'On-premises only: it does not work without Microsoft Entra ID. Two factors: the key counts as both, with its PIN or a fingerprint. Administrators cannot set up keys for others, and phones cannot be used as keys there.',
    'A key is lost: remove it from the account on the security info page, or have an administrator do it in the Microsoft Entra admin center.',
    'Windows Hello Face may sign in before the key does. Remove the face while the key is tested.',
  ],
  links: [pages.securityKeys, pages.securityKeySignIn],
})

const tests = defineGuide({
  id: 'guide.key-tests',
  title: 'The guided test run',
  text: [
    'What Windows cannot be asked, a person tries with the key in hand. The window has the steps as a checklist, under Security key.',
    `${faceNote} ${keyTests.find(({ id }) => id === 'manage')?.warning ?? ''}`,
    'On the command line the answers come as a JSON file with check --track security-key --test-run FILE. Its field “format” is the text pku2u-doctor/test-run@1; “answers” is a list, each with an “id” from this table, an “answer” (passed, failed or not-done) and, if wanted, a “note”.',
  ],
  table: {
    columns: ['id', 'Test', 'Before', 'Steps'],
    rows: keyTests.map(({ id, title, before, steps }) => [id, title, before, steps.join(' ')]),
  },
  links: [pages.securityKeySignIn],
})

const feedback = defineGuide({
  id: 'guide.key-feedback',
  title: 'Logs for Microsoft',
  text: [
    'Where a key fails and nothing here explains it, Feedback Hub collects what Microsoft needs: category Security and Privacy, then FIDO, with “Recreate my problem” turned on while the sign-in is repeated.',
    'Take a support bundle here as well: it holds what PKU2U Doctor saw, without names.',
  ],
  links: [pages.securityKeys],
})

export const securityKeyGuides = [how, needs, tenant, server, tests, faq, feedback]
