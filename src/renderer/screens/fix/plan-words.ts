import type { ShownPlan } from '../../../shared/change-plan.ts'
import type { FixId } from '../../../shared/report.ts'

type Owned = 'pku2u' | 'keys' | 'remote'

/** Which setting of these fixes a policy may own; null: none. */
const ownedBy = (fixes: readonly FixId[]): Owned | null => {
  if (fixes.some((id) => id.startsWith('pku2u.'))) return 'pku2u'
  if (fixes.includes('security-key.enable-sign-in')) return 'keys'
  return fixes.includes('rdp.enable') || fixes.includes('rdp.require-nla') ? 'remote' : null
}

const allows = {
  pku2u: 'It allows PKU2U too.',
  keys: 'It allows security keys too.',
  remote: 'It turns it on too.',
} as const

const putsBack = {
  pku2u: {
    'group-policy': 'Windows puts its value back when it applies security policy again, as a rule within 16 hours.',
    mdm: 'It puts its value back at a later sync, as a rule within 8 hours.',
  },
  keys: {
    'group-policy': 'Windows puts its value back when the policy changes or is written again.',
    mdm: 'Its own value stays beside the one written here.',
  },
  remote: {
    'group-policy': 'Windows follows its value, and not the one written here.',
    mdm: 'Windows follows its value, and not the one written here.',
  },
} as const

/** It takes away what a policy may allow. */
const forbids = (fixes: readonly FixId[]): boolean => fixes.includes('pku2u.block') || fixes.includes('pku2u.clear')

/** Who decides the setting, and what that means for a change made here; null where no policy could. */
export const ownerWords = ({ owner, fixes }: Pick<ShownPlan, 'owner' | 'fixes'>): string | null => {
  const setting = ownedBy(fixes)
  if (setting === null) return null
  const isPutBack = owner.blocks || forbids(fixes)
  switch (owner.kind) {
    case 'none':
      return 'No policy. The change stays until somebody changes it.'
    case 'unknown':
      return 'Could not be read. It is looked up again before anything is written.'
    case 'group-policy':
      return `${owner.name ?? 'A group policy'}. ${isPutBack ? putsBack[setting][owner.kind] : allows[setting]}`
    case 'mdm':
      return `${owner.name ?? 'Device management'}. ${isPutBack ? putsBack[setting][owner.kind] : allows[setting]}`
  }
}

/** What is said about writing against a policy. */
export interface AnywayWords {
  readonly lead: string
  /** After the name of the owner. */
  readonly what: string
  readonly instead: string
  readonly agree: string
  /** Once it is done. */
  readonly done: string
}

const doesNotLast = {
  lead: 'This will not last.',
  agree: 'Write it, knowing it will not last',
  done: 'Written, but it will not last',
} as const
const instead = 'The lasting way is to have the owner of the policy allow'

export const anywayWords = (fixes: readonly FixId[], kind: ShownPlan['owner']['kind']): AnywayWords => {
  const setting = ownedBy(fixes)
  if (setting === 'remote')
    return {
      lead: 'This will not help.',
      what: 'turns it off in a value of its own. Windows follows that one, and not the one written here.',
      instead: `${instead} it on this PC.`,
      agree: 'Write it, knowing it will not help',
      done: 'Written, but a policy says otherwise',
    }
  if (setting !== 'keys')
    return {
      ...doesNotLast,
      what: 'blocks PKU2U and puts its own value back. Remote Desktop may work until then, and fail again after that.',
      instead: `${instead} PKU2U for this PC.`,
    }
  if (kind !== 'mdm')
    return {
      ...doesNotLast,
      what: 'turns security key sign-in off and puts its own value back. The sign-in screen offers keys until then, and not after that.',
      instead: `${instead} security keys on this PC.`,
    }
  return {
    lead: 'This may not help.',
    what: 'turns security key sign-in off in a value of its own, which stays. Which of the two values Windows follows is not known.',
    instead: `${instead} security keys on this PC.`,
    agree: 'Write it, knowing it may not help',
    done: 'Written, but a policy says otherwise',
  }
}

export const earlierWaits = 'A restart is still due for an earlier change.'

const restartWords: Readonly<Record<ShownPlan['restart'], string>> = {
  required: 'Needed afterwards.',
  advised: 'Only if the connection still fails.',
  none: 'Not needed.',
}

/** `isDue`: an earlier change waits for a restart, whatever this one needs. */
export const restartAfter = (restart: ShownPlan['restart'], isDue: boolean): string =>
  restart === 'none' && isDue ? `Not needed for this. ${earlierWaits}` : restartWords[restart]

export const applyWords = (count: number): string => (count === 1 ? 'Apply this change' : `Apply ${count} changes`)
