import type { CredentialForm, HandOverFix, KerberosAction, SettingKind } from '../../shared/hand-over.ts'

interface Words {
  readonly title: string
  readonly text: string
}

export const kindWords: Readonly<Record<SettingKind, Words>> = {
  powershell: {
    title: 'PowerShell script',
    text: 'For one PC, or for whatever already runs scripts on yours. Notes the old value first and can put it back.',
  },
  reg: {
    title: 'Registry file',
    text: 'For one PC: double-click it as administrator. It cannot put the old value back.',
  },
  'gpo-inf': {
    title: 'Group Policy template',
    text: 'For domain PCs: imported into the security settings of a policy.',
  },
  'intune-remediation': {
    title: 'Intune remediation',
    text: 'For PCs in Intune: a detection and a remediation script. They are saved into a folder.',
  },
  'intune-oma-uri': {
    title: 'Intune policy',
    text: 'For PCs in Intune: what to enter in a custom profile, and what to look for in the settings catalog.',
  },
}

export const fixNotes: Partial<Readonly<Record<HandOverFix, string>>> = {
  'pku2u.block':
    'Only for estates where every sign-in is on-premises. Failover Clustering stops working without PKU2U.',
  'pku2u.clear':
    'Only for estates where every sign-in is on-premises. Failover Clustering can stop working without PKU2U.',
}

export const actionWords: Readonly<Record<KerberosAction, string>> = {
  create: 'Create the object',
  verify: 'Verify it',
  rotate: 'Rotate its key',
  remove: 'Remove it',
}

export const actionCautions: Partial<Readonly<Record<KerberosAction, string>>> = {
  rotate:
    'Rotate only with this command. Other tools change one side, and the key in Microsoft Entra ID no longer matches the one on-premises.',
  remove:
    'This takes the object away on-premises and in Microsoft Entra ID. Users of the domain can no longer reach on-premises resources with a security key.',
}

export const credentialWords: Readonly<Record<CredentialForm, string>> = {
  'all-prompts': 'Ask for both credentials',
  'cloud-prompt': 'Ask for the cloud credential; signed in to Windows as the domain administrator',
  'upn-domain-prompt': 'Modern sign-in with MFA; ask for the domain credential',
  upn: 'Modern sign-in with MFA; signed in to Windows as the domain administrator',
}
