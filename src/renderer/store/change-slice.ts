import type { StateCreator } from 'zustand'
import type { ChangeProgress, ShownPlan } from '../../shared/change-plan.ts'
import type { Bridge } from '../../shared/ipc-contract.ts'
import type { Receipt } from '../../shared/receipt.ts'
import type { FixId } from '../../shared/report.ts'
import type { Fault, Result } from '../../shared/result.ts'
import { ask } from './ask.ts'
import type { ChecksSlice, RunRequest } from './checks-slice.ts'
import type { WizardSlice } from './wizard-slice.ts'

/** Where the change of this case stands. `request`: the machine and the case it belongs to. */
export type Work =
  | { readonly phase: 'none' }
  | { readonly phase: 'planning'; readonly request: RunRequest; readonly ids: readonly FixId[] }
  | {
      readonly phase: 'planned'
      readonly request: RunRequest
      readonly ids: readonly FixId[]
      readonly plan: ShownPlan
    }
  | {
      readonly phase: 'writing'
      readonly request: RunRequest
      readonly ids: readonly FixId[]
      /** null while a change is put back. */
      readonly plan: ShownPlan | null
      readonly progress: ChangeProgress | null
    }
  | {
      readonly phase: 'written'
      readonly request: RunRequest
      readonly ids: readonly FixId[]
      readonly receipt: Receipt
      /** A policy will put its own value back, so nothing is fixed. */
      readonly managedBy: string | null
      readonly fault: Fault | null
    }
  | { readonly phase: 'failed'; readonly request: RunRequest; readonly ids: readonly FixId[]; readonly fault: Fault }

export interface ChangeSlice {
  readonly work: Work
  /** Shows what these fixes would write on the machine of the report. */
  readonly planFixes: (ids: readonly FixId[]) => Promise<void>
  readonly applyPlan: (evenIfManaged: boolean) => Promise<void>
  readonly undoWritten: () => Promise<void>
  readonly dropPlan: () => void
}

type All = ChangeSlice & ChecksSlice & WizardSlice

export const createChangeSlice =
  (bridge: Bridge): StateCreator<All, [], [], ChangeSlice> =>
  (set, get) => {
    const writing = async (reply: () => Promise<Result<Receipt>>): Promise<Result<Receipt>> => {
      const stop = bridge.on('changeProgress', (progress) =>
        set(({ work }) => (work.phase === 'writing' ? { work: { ...work, progress } } : {})),
      )
      get().send({ type: 'fix-writing' })
      return ask(reply).finally(stop)
    }
    return {
      work: { phase: 'none' },
      planFixes: async (ids) => {
        const { run, work } = get()
        if (run.phase !== 'done' || run.request === null) return
        if (work.phase === 'planning' || work.phase === 'writing') return
        const { request } = run
        set({ work: { phase: 'planning', request, ids } })
        get().send({ type: 'fix-planned' })
        const reply = await ask(() => bridge.planFixes({ ...request, ids }))
        const now = get().work
        if (now.phase !== 'planning' || now.ids !== ids) return
        set({
          work: reply.ok
            ? { phase: 'planned', request, ids, plan: reply.value }
            : { phase: 'failed', request, ids, fault: reply.fault },
        })
      },
      applyPlan: async (evenIfManaged) => {
        const { work } = get()
        if (work.phase !== 'planned') return
        const { request, ids, plan } = work
        set({ work: { phase: 'writing', request, ids, plan, progress: null } })
        const reply = await writing(() => bridge.applyFixes({ ...request, ids, token: plan.token, evenIfManaged }))
        if (reply.ok) {
          const { managedBy } = plan
          set({ work: { phase: 'written', request, ids, receipt: reply.value, managedBy, fault: null } })
          get().send({ type: 'fix-written' })
        } else {
          set({ work: { phase: 'failed', request, ids, fault: reply.fault } })
          get().send({ type: 'fix-planned' })
        }
      },
      undoWritten: async () => {
        const { work } = get()
        if (work.phase !== 'written' || work.receipt.changeId === null) return
        const { changeId: id } = work.receipt
        const { request, ids } = work
        set({ work: { phase: 'writing', request, ids, plan: null, progress: null } })
        const reply = await writing(() => bridge.undoChange({ machine: request.machine, id }))
        set({
          work: reply.ok
            ? { phase: 'written', request, ids, receipt: reply.value, managedBy: null, fault: null }
            : { ...work, fault: reply.fault },
        })
        get().send({ type: 'fix-written' })
      },
      dropPlan: () => {
        set({ work: { phase: 'none' } })
        get().send({ type: 'fix-dropped' })
      },
    }
  }
