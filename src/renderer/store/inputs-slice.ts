import type { StateCreator } from 'zustand'
import { type CaseInputs, noInputs } from '../../shared/case-inputs.ts'
import type { Bridge } from '../../shared/ipc-contract.ts'
import type { Fault } from '../../shared/result.ts'
import type { DomainVerdict } from '../../shared/security-key/kerberos-verdict.ts'
import { type KeyTestId, keyTestIds } from '../../shared/security-key/key-tests.ts'
import type { TestResult, TestRun } from '../../shared/security-key/test-run.ts'
import { ask } from './ask.ts'
import { type ChecksSlice, lastDone, type RunRequest } from './checks-slice.ts'

export type Pasted =
  | { readonly phase: 'none' }
  | { readonly phase: 'reading' }
  | { readonly phase: 'read'; readonly verdicts: readonly DomainVerdict[] }
  | { readonly phase: 'failed'; readonly fault: Fault }

export interface InputsSlice {
  /** What was added, and the machine it was added to: another machine starts without it. */
  readonly added: { readonly machine: string | null; readonly inputs: CaseInputs }
  readonly pasted: Pasted
  /** Answers to the guided tests as they are given; they go into the report with `addTestRun`. */
  readonly answers: readonly TestResult[]
  /** Starts a case from its form; what was added to another machine stays behind. */
  readonly startCase: (request: RunRequest) => Promise<void>
  /** Goes on with what was added before a restart. */
  readonly takeInputs: (machine: string | null, inputs: CaseInputs) => void
  readonly answerTest: (id: KeyTestId, part: Partial<Omit<TestResult, 'id'>>) => void
  /** Judges the text, and asks the machine again with it. */
  readonly addKerberosServer: (text: string) => Promise<void>
  readonly addTestRun: () => Promise<void>
}

/** The request of a case, with what was added to the same machine before. */
const withInputs = (request: RunRequest, { added }: InputsSlice): RunRequest =>
  added.machine === request.machine && added.inputs !== noInputs ? { ...request, inputs: added.inputs } : request

export const answerOf = (answers: readonly TestResult[], id: KeyTestId): TestResult =>
  answers.find((answer) => answer.id === id) ?? { id, answer: 'not-done', note: '' }

const runOf = (answers: readonly TestResult[]): TestRun => ({
  format: 'pku2u-doctor/test-run@1',
  answers: keyTestIds.map((id) => answerOf(answers, id)),
})

export const createInputsSlice =
  (bridge: Bridge): StateCreator<InputsSlice & ChecksSlice, [], [], InputsSlice> =>
  (set, get) => {
    const add = async (part: Partial<CaseInputs>): Promise<void> => {
      const request = lastDone(get().run)?.request ?? null
      if (request === null) return
      const before = withInputs(request, get()).inputs ?? noInputs
      set({ added: { machine: request.machine, inputs: { ...before, ...part } } })
      await get().startRun(withInputs(request, get()), { stay: true })
    }
    const nothing = (machine: string | null) =>
      ({ added: { machine, inputs: noInputs }, pasted: { phase: 'none' }, answers: [] }) as const
    return {
      ...nothing(null),
      startCase: async (request) => {
        if (request.machine !== get().added.machine) set(nothing(request.machine))
        const isKeyCase = request.intent.track === 'security-key'
        await get().startRun(isKeyCase ? withInputs(request, get()) : request)
      },
      takeInputs: (machine, inputs) =>
        set({ ...nothing(machine), added: { machine, inputs }, answers: inputs.testRun?.answers ?? [] }),
      answerTest: (id, part) =>
        set(({ answers }) => ({
          answers: [...answers.filter((each) => each.id !== id), { ...answerOf(answers, id), ...part }],
        })),
      addKerberosServer: async (text) => {
        const done = lastDone(get().run)
        if (done === null || get().pasted.phase === 'reading') return
        set({ pasted: { phase: 'reading' } })
        const reply = await ask(() => bridge.readKerberosServer({ text, at: done.report.createdAt }))
        set({
          pasted: reply.ok ? { phase: 'read', verdicts: reply.value } : { phase: 'failed', fault: reply.fault },
        })
        if (reply.ok) await add({ kerberosServer: text })
      },
      addTestRun: () => add({ testRun: runOf(get().answers) }),
    }
  }
