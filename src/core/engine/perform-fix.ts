import { randomUUID } from 'node:crypto'
import type { Intent } from '../../shared/intent.ts'
import type { Receipt, ReceiptState } from '../../shared/receipt.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { FixParameters } from './define-fix.ts'
import { lookUpOwner } from './look-up-owner.ts'
import type { Pc } from './pc.ts'
import { type FixPlan, planFixes } from './plan-fix.ts'
import { transact } from './transact.ts'

export interface FixRequest {
  readonly ids: readonly string[]
  readonly parameters: FixParameters
  readonly role: Intent['role']
  /** The second, plain agreement to write although a policy will put its value back. */
  readonly evenIfManaged: boolean
}

/** What would be written on this PC now, with the owner looked up anew. Writes nothing. */
export const planOn = async (pc: Pc, { ids, parameters, role }: FixRequest): Promise<Result<FixPlan>> =>
  planFixes({ ids, parameters, role, host: pc.writable, owner: await lookUpOwner(pc.host) })

const receiptOf = (plan: FixPlan, state: ReceiptState, message: string, more: Partial<Receipt> = {}): Receipt => ({
  changeId: null,
  fixes: plan.fixes,
  state,
  changes: plan.changes.map(({ change, before }) => ({
    kind: change.kind,
    spec: change.spec,
    before,
    after: change.after,
    readBack: null,
  })),
  owner:
    plan.owner.kind === 'group-policy' || plan.owner.kind === 'mdm'
      ? { kind: plan.owner.kind, name: plan.owner.name ?? '' }
      : null,
  refusedBy: null,
  restart: plan.restart,
  warnings: plan.warnings,
  message,
  at: null,
  by: null,
  ...more,
})

export const plannedReceipt = (plan: FixPlan): Receipt => {
  const count = plan.changes.filter(({ already }) => !already).length
  return receiptOf(
    plan,
    'planned',
    count === 0
      ? 'There is nothing to change.'
      : `${count} ${count === 1 ? 'change' : 'changes'} planned. Nothing was written.`,
  )
}

const doneMessage = ({ managedBy, restart, changes }: FixPlan): string => {
  if (changes.every(({ already }) => already)) return 'There was nothing to change.'
  // On a managed PC nothing is ever called fixed.
  if (managedBy !== null) return `Written and read back, but ${managedBy} will put its own value back.`
  if (restart === 'required') return 'Written and read back. Restart this PC to finish.'
  return restart === 'advised'
    ? 'Written and read back. Restart this PC if the connection still fails.'
    : 'Written and read back.'
}

/**
 * Applies a plan. `token` is what the person agreed to: when the machine, its owner or the list of changes is not the
 * same any more, nothing is written.
 */
export const performFix = async (pc: Pc, request: FixRequest, token: string | null): Promise<Result<Receipt>> => {
  const planned = await planOn(pc, request)
  if (!planned.ok) return planned
  const plan = planned.value
  if (plan.refusal !== null) return ok(receiptOf(plan, 'refused', plan.refusal, { refusedBy: 'machine' }))
  if (plan.managedBy !== null && !request.evenIfManaged)
    return ok(
      receiptOf(
        plan,
        'refused',
        `${plan.managedBy} sets PKU2U to blocked. Nothing was written. Ask its owner to change it.`,
        { refusedBy: 'owner' },
      ),
    )
  if (token !== null && token !== plan.token)
    return fail('conflict', 'The PC has changed since the plan was shown. Nothing was written. Look at the plan again.')
  const id = randomUUID()
  const { journal, now, by, writable } = pc
  let at: string | null = null
  const moment = (): string => {
    at = now()
    return at
  }
  const done = await transact({ plan, host: writable, journal, id, now: moment, by })
  if (done.state !== 'applied')
    return ok(receiptOf(plan, done.state, done.message, { changeId: id, by, refusedBy: 'machine' }))
  const changed = done.readBack.size > 0
  return ok(
    receiptOf(plan, 'applied', doneMessage(plan), {
      changeId: changed ? id : null,
      changes: plan.changes.map((each) => ({
        kind: each.change.kind,
        spec: each.change.spec,
        before: each.before,
        after: each.change.after,
        readBack: done.readBack.get(each) ?? each.change.after,
      })),
      at,
      by,
    }),
  )
}
