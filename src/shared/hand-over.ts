import type { Path } from './intent.ts'
import type { FixId } from './report.ts'

/** Ways to hand one setting over to other PCs. */
export const settingKinds = ['powershell', 'reg', 'gpo-inf', 'intune-remediation', 'intune-oma-uri'] as const
export type SettingKind = (typeof settingKinds)[number]
export const exportKinds = [...settingKinds, 'kerberos-server'] as const
export type ExportKind = (typeof exportKinds)[number]

/** Fixes that are one registry value, and so can be handed over as a file. */
export type HandOverFix =
  | 'pku2u.enable'
  | 'pku2u.block'
  | 'pku2u.clear'
  | 'rdp.enable'
  | 'rdp.require-nla'
  | 'security-key.enable-sign-in'
  | 'security-key.clear-ntlm-override'

interface HandOverSetting {
  /** What is handed over is what this fix writes here. */
  readonly fix: HandOverFix
  readonly title: string
  readonly kinds: readonly SettingKind[]
}

const anyRegistry = ['powershell', 'reg', 'intune-remediation'] as const

/** The first is the usual one. */
export const handOverSettings: readonly HandOverSetting[] = [
  { fix: 'pku2u.enable', title: 'Allow PKU2U', kinds: settingKinds },
  { fix: 'pku2u.block', title: 'Block PKU2U (on-premises only)', kinds: settingKinds },
  { fix: 'pku2u.clear', title: 'Remove the PKU2U value (on-premises only)', kinds: anyRegistry },
  { fix: 'rdp.enable', title: 'Turn Remote Desktop on', kinds: anyRegistry },
  { fix: 'rdp.require-nla', title: 'Require Network Level Authentication', kinds: anyRegistry },
  {
    fix: 'security-key.enable-sign-in',
    title: 'Offer security keys on the sign-in screen',
    kinds: [...anyRegistry, 'intune-oma-uri'],
  },
  { fix: 'security-key.clear-ntlm-override', title: 'Let security keys reach NTLM resources', kinds: anyRegistry },
]

export const kerberosActions = ['create', 'verify', 'rotate', 'remove'] as const
export type KerberosAction = (typeof kerberosActions)[number]

/**
 * How the commands sign in: both credentials asked for, the cloud one only, or modern authentication as a UPN with or
 * without a domain credential. Source: "Passwordless security key sign-in to on-premises resources",
 * https://learn.microsoft.com/entra/identity/authentication/howto-authentication-passwordless-security-key-on-premises
 */
export const credentialForms = ['all-prompts', 'cloud-prompt', 'upn-domain-prompt', 'upn'] as const
export type CredentialForm = (typeof credentialForms)[number]

/** Commands for the Microsoft Entra Kerberos server object, for a person to run. */
export interface KerberosServerOrder {
  /** `all`: create and verify ready to run, rotate and remove as comments. */
  readonly action: KerberosAction | 'all'
  readonly credentials: CredentialForm
  /** DNS names of on-premises domains; none: the domain of the PC on which it runs. */
  readonly domains: readonly string[]
  /** The administrator’s UPN for modern authentication. */
  readonly account: string | null
}

export interface ConnectionFileOrder {
  readonly peer: string
  /** A UPN. */
  readonly account: string
  readonly path: Path
}

export type HandOverOrder =
  | { readonly kind: SettingKind; readonly fix: FixId }
  | ({ readonly kind: 'kerberos-server' } & KerberosServerOrder)
  | ({ readonly kind: 'connection-file' } & ConnectionFileOrder)

/** One file as a person reads it: lines end in LF here. */
export interface HandOverText {
  readonly name: string
  readonly text: string
}

export interface SavedHandOver {
  /** Names without folders. */
  readonly names: readonly string[]
  readonly bytes: number
}
