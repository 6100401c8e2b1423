import { judgeLoaded } from '../../core/engine/judge-loaded.ts'
import { runChecks } from '../../core/engine/run-checks.ts'
import { loadRecording } from '../../core/recording/load.ts'
import type { ReturnMemory } from '../../core/windows/return-memory.ts'
import type { BundleProgress } from '../../shared/bundle-preview.ts'
import { inputFiles, noInputs } from '../../shared/case-inputs.ts'
import type { ChangeProgress } from '../../shared/change-plan.ts'
import type { Progress } from '../../shared/ipc-contract.ts'
import type { Report } from '../../shared/report.ts'
import { fail, ok } from '../../shared/result.ts'
import type { ReturnStep } from '../../shared/returning.ts'
import { createFindSubject, type Machines } from '../machines.ts'
import type { FindLink } from '../security/external-links.ts'
import { createBundleHandlers } from './bundle-handlers.ts'
import { createChangeHandlers } from './change-handlers.ts'
import { createCompareHandlers } from './compare-handlers.ts'
import type { Handlers } from './dispatch.ts'
import { type ChooseTarget, createHandOverHandlers } from './hand-over-handlers.ts'
import { createPairing } from './pair-handlers.ts'
import { createRestartHandlers } from './restart-handlers.ts'
import { createReturning } from './returning.ts'
import { ruleHandlers } from './rule-handlers.ts'
import { createTargetHandlers } from './target-handlers.ts'
import { createTriageHandlers, type TriageHost } from './triage-handlers.ts'
import { withoutFolders } from './without-folders.ts'

interface Options {
  readonly version: string
  readonly machines: Machines
  /** The simulated machine named on the command line. */
  readonly chosen: string | null
  /** The step that this start comes back to after a restart, and where its case is kept. */
  readonly resume: ReturnStep | null
  readonly memory: ReturnMemory | null
  readonly emitProgress: (progress: Progress) => void
  readonly emitChangeProgress: (progress: ChangeProgress) => void
  readonly emitBundleProgress: (progress: BundleProgress) => void
  /** Asks the user for a bundle or recording; null where files cannot be opened. */
  readonly chooseRecording: (() => Promise<string | null>) | null
  /** Asks the user where to write; null where files cannot be saved. */
  readonly chooseTarget: ChooseTarget | null
  /** Looks through folders of bundles; absent where files cannot be opened. */
  readonly triageHost?: TriageHost
  readonly showInFolder: (path: string) => void
  readonly findLink: FindLink
  readonly openExternal: (url: string) => Promise<void>
}

const untilAborted = (signal: AbortSignal) =>
  new Promise<null>((resolve) => signal.addEventListener('abort', () => resolve(null), { once: true }))

/** What the window can have done. Knows no Electron: whatever touches the system is passed in. */
export const createHandlers = (options: Options): Handlers => {
  const { machines, memory, resume, chooseRecording } = options
  const returning = createReturning({ machines, memory, resume })
  const findSubject = createFindSubject(machines)
  const pairing = createPairing(chooseRecording)
  const showOpened = (report: Report) => pairing.show(report, null, true)
  let current: AbortController | null = null

  return {
    ...ruleHandlers,
    ...createChangeHandlers({ findSubject, emitChangeProgress: options.emitChangeProgress }),
    ...createTargetHandlers(findSubject),
    ...pairing.handlers,
    ...createRestartHandlers({
      findSubject,
      isLive: machines.kind === 'live',
      memory,
      openExternal: options.openExternal,
    }),
    ...createHandOverHandlers(options.chooseTarget),
    ...createCompareHandlers(chooseRecording, showOpened),
    ...createTriageHandlers(options.triageHost ?? null, showOpened),
    ...createBundleHandlers({
      findSubject,
      emitBundleProgress: options.emitBundleProgress,
      chooseTarget: options.chooseTarget,
      showInFolder: options.showInFolder,
      otherCode: pairing.otherCode,
    }),

    welcome: async () =>
      ok({
        version: options.version,
        simulatedOnly: machines.kind === 'simulated' ? machines.reason : null,
        chosen: options.chosen,
        machines: machines.kind === 'simulated' ? machines.list : [],
        canOpenFiles: chooseRecording !== null,
        returning: await returning(),
      }),

    runChecks: async ({ intent, machine, inputs }) => {
      const subject = await findSubject(machine)
      if (!subject.ok) return subject
      // A second run comes from a page that was loaded again: the first one has nobody left to answer.
      current?.abort()
      const run = new AbortController()
      current = run
      const onProgress = (progress: Progress) => {
        if (!run.signal.aborted) options.emitProgress(progress)
      }
      try {
        const checked = runChecks({
          host: subject.value.asUser,
          intent,
          inputs: inputFiles(inputs ?? noInputs),
          signal: run.signal,
          onProgress,
        })
        const report = await Promise.race([checked, untilAborted(run.signal)])
        if (report === null || run.signal.aborted) return fail('cancelled', 'The check was cancelled.')
        pairing.show(report, machine)
        return ok(report)
      } finally {
        if (current === run) current = null
      }
    },

    cancelChecks: async () => {
      const running = current !== null
      current?.abort()
      return ok(running)
    },

    openRecording: async () => {
      if (chooseRecording === null) return fail('refused', 'Files cannot be opened in this window.')
      const path = await chooseRecording()
      if (path === null) return ok(null)
      const loaded = withoutFolders(await loadRecording(path, { toJudge: true }), path)
      if (!loaded.ok) return loaded
      const report = judgeLoaded(loaded.value)
      showOpened(report)
      return ok(report)
    },

    openLink: async ({ check, index }) => {
      const url = options.findLink(check, index)
      if (url === null) return fail('refused', 'There is no such link.')
      await options.openExternal(url)
      return ok(null)
    },
  }
}
