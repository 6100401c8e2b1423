import { accountKnown, accounts, membership, securityKey, tenants } from './account-rules.ts'
import { otherPc, roles, samePc, wishes } from './belonging-rules.ts'
import type { EndState } from './end-state.ts'
import type { Remark, Rule } from './remark.ts'

/** What decides first comes first. */
const rules: readonly Rule[] = [
  samePc,
  roles,
  wishes,
  tenants,
  otherPc,
  accounts,
  securityKey,
  accountKnown,
  membership,
]

/** What only both ends together show. */
export const pairRemarks = (client: EndState, server: EndState): readonly Remark[] =>
  rules.flatMap((rule) => rule(client, server) ?? [])
