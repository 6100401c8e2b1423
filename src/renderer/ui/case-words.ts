import { windowsForm } from '../../shared/account-name.ts'
import type { Intent } from '../../shared/intent.ts'
import { type Wish, wishOf } from '../store/case-slice.ts'

export const wishWords: Readonly<Record<Wish, string>> = {
  connects: 'This PC connects to another',
  'is-target': 'Another PC connects to this one',
  'security-key': 'Security key sign-in',
}

export const pathWords = { pku2u: 'Network Level Authentication (PKU2U)', web: 'Web account' } as const

export const roleWords = (intent: Intent): string => wishWords[wishOf(intent)]
export const accountWords = ({ account }: Intent): string => (account === null ? 'Not given' : windowsForm(account))
export const peerWords = ({ peer }: Intent): string => peer ?? 'Not given'
