import type { ShownPlan } from '../../../shared/change-plan.ts'

/** Who decides the setting, and what that means for a change made here. */
export const ownerWords = ({ owner }: ShownPlan): string => {
  switch (owner.kind) {
    case 'none':
      return 'No policy. The change stays until somebody changes it.'
    case 'unknown':
      return 'Could not be read. It is looked up again before anything is written.'
    case 'group-policy':
      return owner.blocks
        ? `${owner.name ?? 'A group policy'}. Windows puts its value back when it applies security policy again, as a rule within 16 hours.`
        : `${owner.name ?? 'A group policy'}. It allows PKU2U too.`
    case 'mdm':
      return owner.blocks
        ? `${owner.name ?? 'Device management'}. It puts its value back at a later sync, as a rule within 8 hours.`
        : `${owner.name ?? 'Device management'}. It allows PKU2U too.`
  }
}

export const restartWords: Readonly<Record<ShownPlan['restart'], string>> = {
  required: 'Needed afterwards.',
  advised: 'Only if the connection still fails.',
  none: 'Not needed.',
}

export const applyWords = (count: number): string => (count === 1 ? 'Apply this change' : `Apply ${count} changes`)
