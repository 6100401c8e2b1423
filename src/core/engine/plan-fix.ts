import { createHash } from 'node:crypto'
import type { Intent } from '../../shared/intent.ts'
import type { FixId } from '../../shared/report.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { fixNamed } from '../fixes/registry.ts'
import type { WritableHost } from '../windows/host.ts'
import type { Change, Json } from './change.ts'
import type { Fix, FixParameters } from './define-fix.ts'
import type { Owner } from './owner.ts'

export interface PlannedChange {
  readonly fix: FixId
  readonly change: Change
  /** The exact state before, as it would be put back. */
  readonly before: Json
  /** It is already as the change would leave it, so nothing is written. */
  readonly already: boolean
}

export interface FixPlan {
  readonly fixes: readonly FixId[]
  readonly changes: readonly PlannedChange[]
  readonly owner: Owner
  readonly restart: 'required' | 'advised' | 'none'
  readonly warnings: readonly string[]
  /** Why nothing may be written, whoever agrees. */
  readonly refusal: string | null
  /** A policy holds 0: only a second, plain agreement gets past it. */
  readonly managedBy: string | null
  /**
   * Stands for exactly this plan on this machine: another state or list has another token. The owner is not part of it,
   * since the elevated step may learn of one that was unknown; a policy that holds 0 stops the change by itself.
   */
  readonly token: string
}

interface PlanOptions {
  readonly ids: readonly string[]
  readonly parameters: FixParameters
  readonly role: Intent['role']
  readonly host: WritableHost
  readonly owner: Owner
}

const chosen = (ids: readonly string[]): Result<readonly Fix[]> => {
  const fixes: Fix[] = []
  for (const id of new Set(ids)) {
    const fix = fixNamed(id)
    if (fix === null) return fail('usage', `There is no fix "${id}".`)
    fixes.push(fix)
  }
  return fixes.length === 0 ? fail('usage', 'Name at least one fix, such as pku2u.enable.') : ok(fixes)
}

const clash = (changes: readonly PlannedChange[]): string | null => {
  const seen = new Map<string, string>()
  for (const { fix, change } of changes) {
    const other = seen.get(change.target)
    if (other !== undefined) return `${other} and ${fix} write the same setting. Choose one of them.`
    seen.set(change.target, fix)
  }
  return null
}

const comesBack = (name: string): string =>
  `${name} sets PKU2U to blocked and will put that back. Security baselines ask for it: CIS 2.3.11.3, CIS for Intune 49.22, DISA STIG WN10-SO-000185 and WN11-SO-000185.`

/** What would be written, from the product's own list and this machine's present state. Writes nothing. */
export const planFixes = async ({ ids, parameters, role, host, owner }: PlanOptions): Promise<Result<FixPlan>> => {
  const fixes = chosen(ids)
  if (!fixes.ok) return fixes
  const changes: PlannedChange[] = []
  let refusal: string | null = null
  for (const fix of fixes.value) {
    const refused = fix.refusal(host.registry)
    if (!refused.ok) return refused
    refusal ??= refused.value
    const wanted = fix.changes(parameters)
    if (!wanted.ok) return wanted
    for (const change of wanted.value) {
      const before = await change.capture(host)
      if (!before.ok) return before
      changes.push({ fix: fix.id, change, before: before.value, already: change.holds(before.value) })
    }
  }
  const clashing = clash(changes)
  if (clashing !== null) return fail('usage', clashing)
  const writes = changes.some(({ already }) => !already)
  const needsRestart = writes && fixes.value.some(({ restart }) => restart === 'required')
  const ownable = fixes.value.some((fix) => fix.ownable)
  const managedBy = ownable && owner.blocks ? owner.name : null
  const plan = {
    fixes: fixes.value.map(({ id }) => id),
    changes,
    owner,
    restart: needsRestart ? (role === 'server' ? 'required' : 'advised') : 'none',
    warnings: [
      ...(managedBy === null ? [] : [comesBack(managedBy)]),
      ...(ownable && owner.kind === 'unknown'
        ? ['Whether a policy owns the setting could not be read. It may come back.']
        : []),
      ...fixes.value.flatMap(({ warnings }) => warnings),
    ],
    refusal,
    managedBy,
  } as const
  const sum = createHash('sha256').update(
    JSON.stringify([
      plan.fixes,
      parameters.account,
      role,
      changes.map(({ fix, change, before }) => [fix, change.kind, change.spec, before]),
    ]),
  )
  return ok({ ...plan, token: sum.digest('hex') })
}
