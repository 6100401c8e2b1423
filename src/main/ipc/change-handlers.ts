import { pastChanges } from '../../core/engine/past-changes.ts'
import type { FixRequest, Pc } from '../../core/engine/pc.ts'
import { finishChangeSet } from '../../core/engine/perform-finish.ts'
import { performFix, planOn } from '../../core/engine/perform-fix.ts'
import { performUndo, putBackChangeSet } from '../../core/engine/perform-undo.ts'
import type { ChangeProgress } from '../../shared/change-plan.ts'
import type { Input } from '../../shared/ipc-contract.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { somebodyElseWords } from '../../shared/somebody-else.ts'
import type { FindSubject } from '../machines.ts'
import type { Handlers } from './dispatch.ts'
import { createIssuedPlans } from './issued-plans.ts'
import { shownPlan } from './shown-plan.ts'

interface Options {
  readonly findSubject: FindSubject
  readonly emitChangeProgress: (progress: ChangeProgress) => void
}

type Name = 'planFixes' | 'applyFixes' | 'undoChange' | 'rights' | 'history' | 'finishChange' | 'putBackChange'
type Order = Input<'planFixes'>

const requestOf = ({ ids, intent }: Order, evenIfManaged: boolean): FixRequest => ({
  ids,
  parameters: { account: intent.account },
  role: intent.role,
  evenIfManaged,
})

const orderOf = ({ machine, ids, intent }: Order): string => JSON.stringify([machine, ids, intent.role, intent.account])

/** Changing a machine and changing it back. The window names fixes and change sets; everything else is decided here. */
export const createChangeHandlers = ({ findSubject, emitChangeProgress }: Options): Pick<Handlers, Name> => {
  const plans = createIssuedPlans()
  let isBusy = false

  /** One change at a time, whatever the window asks for. */
  const withPc = async <T>(machine: string | null, work: (pc: Pc) => Promise<Result<T>>): Promise<Result<T>> => {
    const subject = await findSubject(machine)
    if (!subject.ok) return subject
    if (isBusy) return fail('conflict', 'Another change is being made. Wait until it has ended.')
    isBusy = true
    try {
      return await work({ ...subject.value.pc, onChange: emitChangeProgress })
    } finally {
      isBusy = false
    }
  }

  return {
    planFixes: async (order) => {
      if (order.ids.includes('rdp.add-user') && order.intent.account === null)
        return fail('usage', 'Name the account on the start screen, then check again.')
      const subject = await findSubject(order.machine)
      if (!subject.ok) return subject
      const plan = await planOn(subject.value.pc, requestOf(order, false))
      if (!plan.ok) return plan
      const other = (await subject.value.pc.somebodyElse?.()) ?? null
      const notes = other === null ? [] : [somebodyElseWords(other)]
      const shown = shownPlan(plan.value, plans.issue(orderOf(order), plan.value.token))
      return ok({ ...shown, warnings: [...notes, ...shown.warnings] })
    },

    applyFixes: async ({ token, evenIfManaged, ...order }) => {
      const planToken = plans.redeem(token, orderOf(order))
      if (planToken === null)
        return fail('refused', 'This plan was already used or is too old. Nothing was written. Look at the plan again.')
      return withPc(order.machine, (pc) => performFix(pc, requestOf(order, evenIfManaged), planToken))
    },

    undoChange: ({ machine, id }) => withPc(machine, (pc) => performUndo(pc, id)),
    finishChange: ({ machine, id }) => withPc(machine, (pc) => finishChangeSet(pc, id)),
    putBackChange: ({ machine, id }) => withPc(machine, (pc) => putBackChangeSet(pc, id)),

    rights: async ({ machine }) => {
      const subject = await findSubject(machine)
      if (!subject.ok) return subject
      const { elevate, somebodyElse } = subject.value.pc
      return ok({ asks: elevate !== undefined, somebodyElse: (await somebodyElse?.()) ?? null })
    },

    history: async ({ machine }) => {
      const subject = await findSubject(machine)
      if (!subject.ok) return subject
      const journal = await subject.value.pc.journal.list()
      return journal.ok ? ok(pastChanges(journal.value)) : journal
    },
  }
}
