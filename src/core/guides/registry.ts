import type { Guide, Rules } from '../../shared/rules.ts'
import { checks } from '../checks/registry.ts'
import { fixes } from '../fixes/registry.ts'
import { pku2uGuides } from './pku2u-guides.ts'
import { rdpGuides } from './rdp-guides.ts'
import { securityKeyGuides } from './security-key-guides.ts'

/** Help topics, in the order they are shown. */
export const guides: readonly Guide[] = [...rdpGuides, ...pku2uGuides, ...securityKeyGuides]

/** Everything the product looks at, changes and explains. */
export const allRules: Rules = {
  checks: checks.map(({ id, title, why, roles, links }) => ({ id, title, why, roles, links })),
  fixes: fixes.map(({ id, title, cures, restart }) => ({ id, title, cures, restart })),
  guides,
}
