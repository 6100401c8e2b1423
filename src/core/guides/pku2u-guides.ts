import { pages } from '../checks/links.ts'
import { defineGuide } from './define-guide.ts'

const what = defineGuide({
  id: 'guide.pku2u-what',
  title: 'What PKU2U does',
  text: [
    'PKU2U lets two PCs prove to each other who is signing in, with no domain controller in between. It works much like Kerberos, but with certificates in place of tickets. It came with Windows 7 and Windows Server 2008 R2, for the HomeGroup that is gone since.',
    'Windows tries it after Kerberos and NTLM are out of the question: Negotiate loads Negoexts.dll, and that calls PKU2U. Each PC sends its certificate and its policy to the other one, both are checked, and the certificate becomes a security token of the user.',
    'Between Microsoft Entra joined and hybrid joined PCs the certificates come from Microsoft Entra ID. The user who is already signed in, or whose work account Windows holds, is the one that the other PC sees; it makes a local token for that user.',
    'It is not single sign-on: over Remote Desktop the password is still typed.',
  ],
  links: [pages.pku2uSetting, pages.awakecoding, pages.deviceFaq],
})

const policy = defineGuide({
  id: 'guide.pku2u-policy',
  title: 'The policy: values, defaults, and where it is set',
  text: [
    'The setting is called “Network security: Allow PKU2U authentication requests to this computer to use online identities”. In Group Policy it is under Computer Configuration › Windows Settings › Security Settings › Local Policies › Security Options. In Intune it is in the Settings Catalog under Local Policies Security Options.',
    'It has three states. Enabled: both ends may sign in with an online identity. Disabled: they may not. Not configured: Windows decides, and the sources do not agree on how. PKU2U Doctor therefore shows “not set” as a state of its own, and recommends to set it.',
    'In the registry it is the number AllowOnlineID (1 allows, 0 blocks) below HKLM\\SYSTEM\\CurrentControlSet\\Control\\Lsa\\pku2u. The key is often absent. A script that creates it with New-Item -Force empties a key that is there; PKU2U Doctor writes this one value and nothing else.',
  ],
  table: {
    columns: ['Machine', 'Not configured means', 'How sure'],
    rows: [
      ['Default Domain Policy, Default Domain Controllers Policy', 'Not defined', 'Documented'],
      ['Stand-alone server', 'Not defined', 'Documented; off on Windows Server by default'],
      ['Domain controller, member server', 'Off', 'Documented'],
      ['Domain joined client', 'Off', 'Documented'],
      ['Windows Server of any join', 'Off', 'Documented'],
      ['Hybrid joined client', 'On in one source, off in another', 'Sources disagree: set it'],
      ['Microsoft Entra joined client', 'On in most sources', 'Sources disagree: set it to be sure'],
      ['Workgroup PC with a work account', 'Off in the one published test', 'No document says: set it'],
    ],
  },
  links: [pages.pku2uSetting, pages.policyCsp, pages.remoteEntraPc],
})

const estates = defineGuide({
  id: 'guide.pku2u-estates',
  title: 'Which value fits which estate',
  text: [
    'On-premises only: users sign in with domain accounts, and nothing needs PKU2U. Leave it unset or block it, which keeps online identities out. Look for Failover Clustering first.',
    'Hybrid: allow it. Users prove themselves between PCs with certificates that Microsoft Entra ID issues. In one document Microsoft sees no threat in that, since it rests on the online identity and Microsoft Entra ID.',
    'Microsoft Entra joined: allow it, on both ends. Without it, remote connections to such a PC do not work, and neither does remote management of PCs that no domain controller knows.',
  ],
  table: {
    columns: ['Estate', 'Value', 'On a PC, with PKU2U Doctor'],
    rows: [
      ['On-premises only', 'Not set or blocked', 'pku2u.clear or pku2u.block'],
      ['Hybrid', 'Allowed on both ends', 'pku2u.enable'],
      ['Microsoft Entra joined', 'Allowed on both ends', 'pku2u.enable'],
    ],
  },
  links: [pages.pku2uSetting, pages.remoteEntraPc],
})

const risk = defineGuide({
  id: 'guide.pku2u-risk',
  title: 'What to tell a security team',
  text: [
    'The concern: an online identity that is linked to a local account can sign in from one PC to another one without a Windows account there. Linking needs no more than the rights of an ordinary user, in Credential Manager.',
    'That is why CIS and the DISA STIG ask for “Disabled”. Their text has domain joined systems in mind; the newer CIS text says itself that Remote Desktop between hybrid joined PCs then fails.',
    'Microsoft recommends the setting enabled on Microsoft Entra joined PCs, and disabled only where everything is on-premises. Who may sign in is still decided by the rights on the other PC. Agree on an exception with the security team and write it down, since the compliance report will name it.',
  ],
  table: {
    columns: ['Baseline', 'Item', 'Asks for'],
    rows: [
      ['CIS, Windows 10, 11 and Server', '2.3.11.3', 'Disabled'],
      ['CIS for Intune', '49.22 (2.3.11.2 in an older one)', 'Block'],
      ['DISA STIG, Windows 10', 'WN10-SO-000185', 'Disabled'],
      ['DISA STIG, Windows 11', 'WN11-SO-000185', 'Disabled'],
    ],
  },
  links: [pages.pku2uSetting, pages.policyCsp],
})

const clusters = defineGuide({
  id: 'guide.pku2u-clusters',
  title: 'Failover Clustering',
  text: [
    'Failover Clustering, and other roles that work without a domain account, use PKU2U between their nodes. They stop when it is disabled.',
    'PKU2U Doctor says so in the plan of every change that blocks or clears the setting, and refuses such a change on a machine with the cluster service.',
  ],
  links: [pages.pku2uSetting],
})

const tasks = defineGuide({
  id: 'guide.pku2u-tasks',
  title: 'Remote tasks that depend on it',
  text: [
    'Between Microsoft Entra joined PCs these stop without PKU2U: opening \\\\computer\\c$, remote registry, remote WMI, and Remote Desktop with Network Level Authentication. Managing cloud-only PCs from another PC depends on it.',
    'PKU2U only says who somebody is. The rights of Windows still decide what that person may do there: administrator for c$, registry and WMI, Remote Desktop Users or Administrators for Remote Desktop.',
  ],
  links: [pages.pku2uSetting, pages.remoteEntraPc],
})

const servers = defineGuide({
  id: 'guide.pku2u-servers',
  title: 'Windows Server on either end',
  text: [
    'On Windows Server PKU2U is off unless somebody turns it on, whatever the server is joined to. From a hybrid joined server, Remote Desktop to a Microsoft Entra joined or hybrid joined PC fails until it is allowed on the server and on that PC.',
    'A target takes the change over when it restarts. A shutdown with Fast Startup is not a restart.',
  ],
  links: [pages.pku2uSetting, pages.remoteEntraPc, pages.awakecoding],
})

export const pku2uGuides = [what, policy, estates, risk, clusters, tasks, servers]
