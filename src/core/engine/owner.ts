import { groupPolicyHolder, type Holder, mdmHolder } from '../facts/policy-owner.ts'
import type { Ask } from './probe.ts'

export interface Owner {
  readonly kind: 'none' | 'group-policy' | 'mdm' | 'unknown'
  readonly name: string | null
  /** It holds 0, so a change made here would not last. */
  readonly blocks: boolean
}

/** Who decides AllowOnlineID. A policy that holds 0 comes first; "none" only when both sources could be read. */
export const ownerOf = (ask: Ask): Owner => {
  const answers = [ask(groupPolicyHolder), ask(mdmHolder)]
  const holders = answers.flatMap((answer): Holder[] => (answer.ok && answer.value !== null ? [answer.value] : []))
  const holder = holders.find(({ value }) => value === 0) ?? holders[0]
  if (holder !== undefined) return { kind: holder.kind, name: holder.name, blocks: holder.value === 0 }
  return { kind: answers.every((answer) => answer.ok) ? 'none' : 'unknown', name: null, blocks: false }
}
