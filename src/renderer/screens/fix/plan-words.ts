import type { ShownPlan } from '../../../shared/change-plan.ts'
import type { FixId } from '../../../shared/report.ts'

/** Which setting of these fixes a policy may own; null: none. */
const ownedBy = (fixes: readonly FixId[]): 'pku2u' | 'keys' | null => {
  if (fixes.some((id) => id.startsWith('pku2u.'))) return 'pku2u'
  return fixes.includes('security-key.enable-sign-in') ? 'keys' : null
}

const allows = { pku2u: 'It allows PKU2U too.', keys: 'It allows security keys too.' } as const

const putsBack = {
  pku2u: {
    'group-policy': 'Windows puts its value back when it applies security policy again, as a rule within 16 hours.',
    mdm: 'It puts its value back at a later sync, as a rule within 8 hours.',
  },
  keys: {
    'group-policy': 'Windows puts its value back when the policy changes or is written again.',
    mdm: 'Its own value stays beside the one written here.',
  },
} as const

/** Who decides the setting, and what that means for a change made here; null where no policy could. */
export const ownerWords = ({ owner, fixes }: Pick<ShownPlan, 'owner' | 'fixes'>): string | null => {
  const setting = ownedBy(fixes)
  if (setting === null) return null
  switch (owner.kind) {
    case 'none':
      return 'No policy. The change stays until somebody changes it.'
    case 'unknown':
      return 'Could not be read. It is looked up again before anything is written.'
    case 'group-policy':
      return `${owner.name ?? 'A group policy'}. ${owner.blocks ? putsBack[setting][owner.kind] : allows[setting]}`
    case 'mdm':
      return `${owner.name ?? 'Device management'}. ${owner.blocks ? putsBack[setting][owner.kind] : allows[setting]}`
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
  if (ownedBy(fixes) !== 'keys')
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

export const restartWords: Readonly<Record<ShownPlan['restart'], string>> = {
  required: 'Needed afterwards.',
  advised: 'Only if the connection still fails.',
  none: 'Not needed.',
}

export const applyWords = (count: number): string => (count === 1 ? 'Apply this change' : `Apply ${count} changes`)
