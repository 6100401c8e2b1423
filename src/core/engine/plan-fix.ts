import { createHash } from 'node:crypto'
import type { Intent } from '../../shared/intent.ts'
import type { FixId } from '../../shared/report.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { fixNamed } from '../fixes/registry.ts'
import type { WritableHost } from '../windows/host.ts'
import type { Change, Json } from './change.ts'
import type { Fix, FixParameters } from './define-fix.ts'
import type { Ownership } from './look-up-owner.ts'
import type { OwnedSetting } from './owned-setting.ts'
import { type Blocker, isBlocker, isPolicy, type Owner, type PolicyOwner } from './owner.ts'

export interface PlannedChange {
  readonly fix: FixId
  readonly change: Change
  /** The exact state before, as it would be put back. */
  readonly before: Json
  /** It is already as the change would leave it, so nothing is written. */
  readonly already: boolean
}

/** A setting that a policy holds at 0. */
export interface Blocked {
  readonly setting: OwnedSetting
  readonly owner: Blocker
}

/** A setting that a policy allows, and that a fix takes away: nothing is refused, and it will not last. */
export interface Overruled {
  readonly setting: OwnedSetting
  readonly owner: PolicyOwner
  /** What comes of it, in a sentence or more. */
  readonly warning: string
}

export interface FixPlan {
  readonly fixes: readonly FixId[]
  readonly changes: readonly PlannedChange[]
  /** Of the settings that a policy may own: the first that holds 0, else one that is unknown, else the first. */
  readonly owner: Owner
  readonly restart: 'required' | 'advised' | 'none'
  readonly warnings: readonly string[]
  /** Why nothing may be written, whoever agrees. */
  readonly refusal: string | null
  /** The policies that hold 0: only a second, plain agreement gets past them. */
  readonly blockers: readonly Blocked[]
  /** The policies that will put back what is taken away here. */
  readonly overruled: readonly Overruled[]
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
  readonly lookUp: (settings: readonly OwnedSetting[]) => Promise<readonly Ownership[]>
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

const nobody: Owner = { kind: 'none', name: null, blocks: false }

const firstOwner = (owners: readonly Owner[]): Owner =>
  owners.find(isBlocker) ?? owners.find(({ kind }) => kind === 'unknown') ?? owners[0] ?? nobody

/** What would be written, from the product's own list and this machine's present state. Writes nothing. */
export const planFixes = async ({ ids, parameters, role, host, lookUp }: PlanOptions): Promise<Result<FixPlan>> => {
  const fixes = chosen(ids)
  if (!fixes.ok) return fixes
  // Before the state is captured: this takes seconds, and the write should follow the capture at once.
  const owned = await lookUp([...new Set(fixes.value.flatMap((fix) => fix.owned ?? []))])
  const owners = owned.map(({ owner }) => owner)
  const blockers = owned.flatMap(({ setting, owner }) => (isBlocker(owner) ? [{ setting, owner }] : []))
  const overruled = fixes.value.flatMap(({ owned: own, whenAllowed }) =>
    owned.flatMap(({ setting, owner }): Overruled[] =>
      whenAllowed !== null && setting === own && isPolicy(owner) && !owner.blocks
        ? [{ setting, owner, warning: whenAllowed(owner) }]
        : [],
    ),
  )
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
  const plan = {
    fixes: fixes.value.map(({ id }) => id),
    changes,
    owner: firstOwner(owners),
    restart: needsRestart ? (role === 'server' ? 'required' : 'advised') : 'none',
    warnings: [
      ...blockers.map(({ setting, owner: { kind, name } }) => setting.afterwards[kind](name)),
      ...overruled.map(({ warning }) => warning),
      ...(owners.some(({ kind }) => kind === 'unknown')
        ? ['Whether a policy owns the setting could not be read. It may come back.']
        : []),
      ...fixes.value.flatMap(({ warnings }) => warnings),
    ],
    refusal,
    blockers,
    overruled,
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
