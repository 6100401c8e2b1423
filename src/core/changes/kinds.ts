import type { Change } from '../engine/change.ts'
import { firewallGroup } from './firewall-group.ts'
import { groupMember } from './group-member.ts'
import { registryValue } from './registry-value.ts'

const restorers = new Map<string, (spec: unknown) => Change | null>(
  [registryValue, groupMember, firewallGroup].map(({ kind, restore }) => [kind, restore]),
)

/** A change as the journal names it; null for a kind or a spec that this version does not know. */
export const changeFromJournal = (kind: string, spec: unknown): Change | null => restorers.get(kind)?.(spec) ?? null
