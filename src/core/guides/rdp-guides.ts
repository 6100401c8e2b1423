import { pages } from '../checks/links.ts'
import { defineGuide } from './define-guide.ts'

const signIn = defineGuide({
  id: 'guide.rdp-sign-in',
  title: '“Your credentials did not work”',
  text: [
    'Remote Desktop says so when the ends cannot agree on who is signing in, even with the right password. Work through it in this order: PKU2U allowed on this PC, allowed on the other PC, the other PC restarted since, the account known to this Windows, and the name typed in the form that Windows wants.',
    'The account must be the one that is signed in to Windows here, or one of its work accounts. Windows keeps at most three: Settings › Accounts › Email & accounts › Add a work or school account. Do not take the small link that joins the whole PC.',
    'Type AzureAD\\ before the address in the Remote Desktop window. In an .rdp file it is .\\AzureAD\\ before the address, with the domain left empty. Some pages write EntraID\\; Windows itself says AzureAD\\. In Remote Desktop Manager, turn on “Entra ID host” in the general properties of the entry as well.',
    'Turning Network Level Authentication off makes the message go away, and leaves the other PC open to everybody who can reach it. It shows that the sign-in is the trouble; it is no repair.',
    'Where MFA or Conditional Access is asked for, use a web account: that path takes it, needs no PKU2U, and needs the name of the other PC instead of its address.',
  ],
  links: [pages.devolutions, pages.awakecoding, pages.remoteEntraPc],
})

const network = defineGuide({
  id: 'guide.network-needs',
  title: 'Line of sight, DNS and firewall',
  text: [
    'PKU2U has nobody in between, so the PCs must reach each other: the same network, a VPN, or routing that lets them through. The name of the other PC must resolve in DNS to the right address.',
    'The firewall of the other PC must let the task in. PKU2U Doctor checks and opens the rules of Remote Desktop only; the others are turned on in Windows Defender Firewall, under the names below.',
  ],
  table: {
    columns: ['Task', 'Firewall rules on the other PC', 'Who may do it'],
    rows: [
      ['Remote Desktop', 'Remote Desktop (TCP and UDP 3389)', 'Administrators, Remote Desktop Users'],
      ['\\\\computer\\c$', 'File and Printer Sharing (TCP 445)', 'Administrators'],
      ['Remote registry', 'File and Printer Sharing, and the service Remote Registry', 'Administrators'],
      ['Remote WMI', 'Windows Management Instrumentation (WMI)', 'Administrators'],
    ],
  },
  links: [pages.rdpTroubleshooting, pages.remoteEntraPc],
})

export const rdpGuides = [signIn, network]
