import type { StateCreator } from 'zustand'
import type { Bridge, Input, Progress } from '../../shared/ipc-contract.ts'
import type { Report } from '../../shared/report.ts'
import type { Fault } from '../../shared/result.ts'
import { ask } from './ask.ts'
import type { WizardSlice } from './wizard-slice.ts'

export type RunRequest = Input<'runChecks'>

interface Idle {
  readonly phase: 'idle'
}
export interface Done {
  readonly phase: 'done'
  readonly report: Report
  /** What was asked, to ask it again; null when the report came from a file. */
  readonly request: RunRequest | null
  readonly probes: readonly Progress[]
}
export interface Running {
  readonly phase: 'running' | 'cancelling'
  readonly request: RunRequest
  readonly probes: readonly Progress[]
  /** What comes back when this run is cancelled. */
  readonly before: Idle | Done
}
export interface Failed {
  readonly phase: 'failed'
  readonly request: RunRequest
  readonly probes: readonly Progress[]
  readonly fault: Fault
}
export type Run = Idle | Running | Done | Failed

export interface ChecksSlice {
  readonly run: Run
  /** With `stay`, the screen in front asked, and stays. */
  readonly startRun: (request: RunRequest, options?: { readonly stay: boolean }) => Promise<void>
  readonly cancelRun: () => Promise<void>
  readonly showReport: (report: Report) => void
}

export const isRunning = (run: Run): run is Running => run.phase === 'running' || run.phase === 'cancelling'

/** Probes stay in the order they were first seen in. */
export const withProgress = (probes: readonly Progress[], progress: Progress): readonly Progress[] =>
  probes.some(({ id }) => id === progress.id)
    ? probes.map((probe) => (probe.id === progress.id ? progress : probe))
    : [...probes, progress]

/** The bridge is passed in, so tests hand over a fake one and components never see it. */
export const createChecksSlice =
  (bridge: Bridge): StateCreator<ChecksSlice & WizardSlice, [], [], ChecksSlice> =>
  (set, get) => ({
    run: { phase: 'idle' },
    startRun: async (request, options) => {
      const before = get().run
      if (isRunning(before)) return
      const kept = before.phase === 'done' ? before : ({ phase: 'idle' } as const)
      let probes: readonly Progress[] = []
      const stop = bridge.on('probeChanged', (progress) => {
        probes = withProgress(probes, progress)
        set(({ run }) => (isRunning(run) ? { run: { ...run, probes } } : {}))
      })
      // Asked before the screen is drawn anew: the machine answers meanwhile.
      const answer = ask(() => bridge.runChecks(request)).finally(stop)
      set({ run: { phase: 'running', request, probes, before: kept } })
      get().send({ type: 'check-started', stay: options?.stay === true })
      const reply = await answer
      if (reply.ok) {
        set({ run: { phase: 'done', report: reply.value, request, probes } })
        get().send({ type: 'check-answered' })
      } else if (reply.fault.code === 'cancelled') {
        set({ run: kept })
        get().send({ type: 'check-cancelled' })
      } else {
        set({ run: { phase: 'failed', fault: reply.fault, request, probes } })
        get().send({ type: 'check-failed' })
      }
    },
    cancelRun: async () => {
      const { run } = get()
      if (run.phase !== 'running') return
      set({ run: { ...run, phase: 'cancelling' } })
      // The run itself answers with `cancelled`; a refusal here only means that it can be asked again.
      const reply = await ask(() => bridge.cancelChecks(null))
      const now = get().run
      if (!(reply.ok && reply.value) && now.phase === 'cancelling') set({ run: { ...now, phase: 'running' } })
    },
    showReport: (report) => {
      if (isRunning(get().run)) return
      set({ run: { phase: 'done', report, request: null, probes: [] } })
      get().send({ type: 'report-opened' })
    },
  })

/** What a screen that stays shows while it is checked again. */
export const lastDone = (run: Run): Done | null => {
  if (run.phase === 'done') return run
  return isRunning(run) && run.before.phase === 'done' ? run.before : null
}
