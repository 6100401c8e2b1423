import { windowsForm } from './account-name.ts'
import type { Intent } from './intent.ts'

/** The cases a technician picks from, less the one that opens a file. */
export type Wish = 'connects' | 'is-target' | 'security-key'

export const wishOf = ({ role, track }: Pick<Intent, 'role' | 'track'>): Wish =>
  track === 'security-key' ? 'security-key' : role === 'client' ? 'connects' : 'is-target'

export const wishWords: Readonly<Record<Wish, string>> = {
  connects: 'This PC connects to another',
  'is-target': 'Another PC connects to this one',
  'security-key': 'Security key sign-in',
}

export const pathWords = { pku2u: 'Network Level Authentication (PKU2U)', web: 'Web account' } as const

export const roleWords = (intent: Intent): string => wishWords[wishOf(intent)]
export const accountWords = ({ account }: Intent): string => (account === null ? 'Not given' : windowsForm(account))
export const peerWords = ({ peer }: Intent): string => peer ?? 'Not given'
