import type { Holder } from '../facts/policy-owner.ts'
import { type OwnedSetting, pku2uOwned } from './owned-setting.ts'
import type { Ask } from './probe.ts'

export interface Owner {
  readonly kind: 'none' | 'group-policy' | 'mdm' | 'unknown'
  readonly name: string | null
  /** It holds 0, so a change made here would not last. */
  readonly blocks: boolean
}

/** A policy that sets the value. */
export interface PolicyOwner extends Owner {
  readonly kind: Holder['kind']
  readonly name: string
}

/** A policy that holds 0. */
export interface Blocker extends PolicyOwner {
  readonly blocks: true
}

export const isPolicy = (owner: Owner): owner is PolicyOwner => owner.kind === 'group-policy' || owner.kind === 'mdm'

export const isBlocker = (owner: Owner): owner is Blocker => owner.blocks

/** Who decides a setting. A policy that holds 0 comes first; "none" only when both sources could be read. */
export const ownerOf = (ask: Ask, { groupPolicy, mdm }: OwnedSetting = pku2uOwned): Owner => {
  const answers = [ask(groupPolicy), ask(mdm)]
  const holders = answers.flatMap((answer): Holder[] => (answer.ok && answer.value !== null ? [answer.value] : []))
  const holder = holders.find(({ value }) => value === 0) ?? holders[0]
  if (holder !== undefined) return { kind: holder.kind, name: holder.name, blocks: holder.value === 0 }
  return { kind: answers.every((answer) => answer.ok) ? 'none' : 'unknown', name: null, blocks: false }
}
