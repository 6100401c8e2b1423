export const roles = ['client', 'server'] as const
export const tracks = ['rdp', 'security-key'] as const
export const paths = ['pku2u', 'web'] as const

/** client: this PC connects to another. server: another PC connects to this one. */
export type Role = (typeof roles)[number]
export type Track = (typeof tracks)[number]
/** pku2u: Network Level Authentication with PKU2U. web: "Use a web account to sign in". */
export type Path = (typeof paths)[number]

/** What the technician wants to get working. It comes from options alone, never from the machine. */
export interface Intent {
  readonly role: Role
  readonly track: Track
  readonly path: Path
  /** The UPN that signs in over Remote Desktop, without a prefix such as `AzureAD\`. */
  readonly account: string | null
  /** The other PC, by name or address. */
  readonly peer: string | null
  /** The on-premises domain, for a PC that is only Entra joined. */
  readonly domain: string | null
}

export const defaultIntent: Intent = {
  role: 'client',
  track: 'rdp',
  path: 'pku2u',
  account: null,
  peer: null,
  domain: null,
}
