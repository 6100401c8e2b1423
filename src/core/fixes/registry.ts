import type { CheckId, FixId } from '../../shared/report.ts'

/** A one-click change as the list of rules shows it. */
export interface FixSummary {
  readonly id: FixId
  readonly title: string
  readonly cures: readonly CheckId[]
  /** Of a target. A client is advised, never told, to restart. */
  readonly restart: 'required' | 'advised' | 'none'
}

/** Every fix that a finding may name. */
export const fixes: readonly FixSummary[] = [
  { id: 'pku2u.enable', title: 'Allow PKU2U (AllowOnlineID = 1)', cures: ['pku2u.setting'], restart: 'required' },
  { id: 'pku2u.block', title: 'Block PKU2U (AllowOnlineID = 0)', cures: [], restart: 'required' },
  { id: 'pku2u.clear', title: 'Remove the PKU2U setting', cures: ['pku2u.setting'], restart: 'required' },
  { id: 'rdp.enable', title: 'Turn Remote Desktop on', cures: ['rdp.enabled'], restart: 'none' },
  {
    id: 'rdp.allow-firewall',
    title: 'Let Remote Desktop through the firewall on domain and private networks',
    cures: ['rdp.firewall'],
    restart: 'none',
  },
  { id: 'rdp.require-nla', title: 'Require Network Level Authentication', cures: ['rdp.nla'], restart: 'none' },
  { id: 'rdp.add-user', title: 'Add the account to Remote Desktop Users', cures: ['rdp.membership'], restart: 'none' },
  {
    id: 'security-key.enable-sign-in',
    title: 'Offer security keys on the sign-in screen',
    cures: ['security-key.sign-in'],
    restart: 'none',
  },
  {
    id: 'security-key.clear-ntlm-override',
    title: 'Let security key sign-in reach NTLM resources again',
    cures: ['security-key.ntlm-override'],
    restart: 'none',
  },
]
