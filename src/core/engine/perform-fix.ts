import { randomUUID } from 'node:crypto'
import type { Receipt, ReceiptState } from '../../shared/receipt.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { changeFromJournal } from '../changes/kinds.ts'
import { isUnfinished } from './journal.ts'
import { lookUpOwners } from './look-up-owner.ts'
import type { FixRequest, Pc } from './pc.ts'
import { type FixPlan, planFixes } from './plan-fix.ts'
import { transact } from './transact.ts'

/** What would be written on this PC now, with the owner looked up anew. Writes nothing. */
export const planOn = async (pc: Pc, { ids, parameters, role }: FixRequest): Promise<Result<FixPlan>> =>
  planFixes({ ids, parameters, role, host: pc.writable, lookUp: (settings) => lookUpOwners(pc.host, settings) })

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

const doneMessage = ({ blockers, overruled, restart, changes }: FixPlan): string => {
  if (changes.every(({ already }) => already)) return 'There was nothing to change.'
  // On a managed PC nothing is ever called fixed.
  const policies = [...blockers, ...overruled]
  if (policies.length > 0)
    return `Written and read back, but ${policies.map(({ setting, owner }) => setting.written[owner.kind](owner.name)).join(' ')}`
  if (restart === 'required') return 'Written and read back. Restart this PC to finish.'
  return restart === 'advised'
    ? 'Written and read back. Restart this PC if the connection still fails.'
    : 'Written and read back.'
}

/** A change set that a crash left half-way on the same setting: its way back has to be clear first. */
const inTheWay = async (pc: Pc, { changes }: FixPlan): Promise<Result<string | null>> => {
  const journal = await pc.journal.list()
  if (!journal.ok) return journal
  const targets = new Set(changes.map(({ change }) => change.target))
  const interrupted = journal.value
    .filter(isUnfinished)
    .find((entry) => entry.changes.some(({ kind, spec }) => targets.has(changeFromJournal(kind, spec)?.target ?? '')))
  return ok(interrupted?.id ?? null)
}

/** Why nothing will be written, whoever agrees; null when nothing stands against it. */
const refusalOf = (plan: FixPlan, request: FixRequest): Receipt | null => {
  if (plan.refusal !== null) return receiptOf(plan, 'refused', plan.refusal, { refusedBy: 'machine' })
  if (plan.blockers.length === 0 || request.evenIfManaged) return null
  const held = plan.blockers.map(({ setting, owner }) => `${owner.name} ${setting.turnsOff}.`).join(' ')
  const message = `${held} Nothing was written. Ask its owner to change it.`
  return receiptOf(plan, 'refused', message, { refusedBy: 'owner' })
}

/** The plan as it is shown before anybody agrees, which also says that it would be refused. */
export const plannedReceipt = (plan: FixPlan, request: FixRequest): Receipt => {
  const refused = refusalOf(plan, request)
  const count = plan.changes.filter(({ already }) => !already).length
  const planned =
    count === 0
      ? 'There is nothing to change.'
      : `${count} ${count === 1 ? 'change' : 'changes'} planned. Nothing was written.`
  return receiptOf(plan, 'planned', refused === null ? planned : `This would be refused: ${refused.message}`)
}

const apply = async (pc: Pc, request: FixRequest, token: string | null, id: string): Promise<Result<Receipt>> => {
  const planned = await planOn(pc, request)
  if (!planned.ok) return planned
  const plan = planned.value
  const refused = refusalOf(plan, request)
  if (refused !== null) return ok(refused)
  if (token !== null && token !== plan.token)
    return fail('conflict', 'The PC has changed since the plan was shown. Nothing was written. Look at the plan again.')
  if (plan.changes.every(({ already }) => already)) return ok(receiptOf(plan, 'applied', doneMessage(plan)))
  const blocked = await inTheWay(pc, plan)
  if (!blocked.ok) return blocked
  if (blocked.value !== null)
    return fail('conflict', `The change ${blocked.value} was interrupted. Finish it or undo it first.`)
  if (pc.elevate !== undefined) return pc.elevate({ do: 'fix', ...request, token: plan.token }, pc.onChange)
  const { journal, now, by, writable, onChange } = pc
  let at: string | null = null
  const moment = (): string => {
    at = now()
    return at
  }
  const progress = onChange === undefined ? {} : { onChange }
  const done = await transact({ plan, host: writable, journal, id, now: moment, by, ...progress })
  if (done.state !== 'applied')
    return ok(receiptOf(plan, done.state, done.message, { changeId: id, by, refusedBy: 'machine' }))
  const changes = plan.changes.map((each) => ({
    kind: each.change.kind,
    spec: each.change.spec,
    before: each.before,
    after: each.change.after,
    readBack: done.readBack.get(each) ?? each.change.after,
  }))
  return ok(receiptOf(plan, 'applied', doneMessage(plan), { changeId: id, changes, at, by }))
}

/**
 * Applies a plan. `token` is what the person agreed to: when the machine or the list of changes is not the same any more,
 * nothing is written. `id` names the change set in the journal.
 */
export const performFix = (
  pc: Pc,
  request: FixRequest,
  token: string | null,
  id: string = randomUUID(),
): Promise<Result<Receipt>> =>
  // Who asks Windows for the rights holds no lock: the elevated step takes it.
  pc.elevate === undefined ? pc.journal.alone(() => apply(pc, request, token, id)) : apply(pc, request, token, id)
