import type { StateCreator } from 'zustand'
import type { Returning } from '../../shared/returning.ts'
import type { CaseSlice } from './case-slice.ts'
import type { ChecksSlice } from './checks-slice.ts'
import type { InputsSlice } from './inputs-slice.ts'
import type { RestartSlice } from './restart-slice.ts'
import type { RightsSlice } from './rights-slice.ts'
import type { WizardSlice } from './wizard-slice.ts'

export interface ReturnSlice {
  /** Why the case of before the restart could not be gone on with. */
  readonly lostCase: string | null
  /** Goes on with a case after a restart: checks it again, and shows the answer on the step it came from. */
  readonly comeBack: (returning: Returning) => Promise<void>
}

export const createReturnSlice: StateCreator<
  ReturnSlice & CaseSlice & ChecksSlice & InputsSlice & RestartSlice & RightsSlice & WizardSlice,
  [],
  [],
  ReturnSlice
> = (set, get) => ({
  lostCase: null,
  comeBack: async (returning) => {
    if (returning.kind === 'lost') return set({ lostCase: returning.message })
    const { kind: _case, step, ...request } = returning
    get().takeCase(request.machine, request.intent)
    if (request.inputs !== undefined) get().takeInputs(request.machine, request.inputs)
    set({ restarted: request.machine })
    if (step === 'restart') get().send({ type: 'came-back' })
    await Promise.all([get().startRun(request, { stay: step === 'restart' }), get().loadRights()])
    if (get().run.phase === 'done') await get().loadRestart()
  },
})
