import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import { type Gathered, gatherFrom, withOtherCode } from '../../core/bundle/gathered.ts'
import { learnLogs } from '../../core/bundle/learn-logs.ts'
import { previewOf } from '../../core/bundle/preview.ts'
import { saveBundle } from '../../core/bundle/save-bundle.ts'
import { type CaseKey, newCaseKey, openCaseKey } from '../../core/redaction/case-key.ts'
import { createRedactor } from '../../core/redaction/redactor.ts'
import type { BundleProgress, BundleSource } from '../../shared/bundle-preview.ts'
import { inputFiles, noInputs } from '../../shared/case-inputs.ts'
import type { Intent } from '../../shared/intent.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { FindSubject } from '../machines.ts'
import type { Handlers } from './dispatch.ts'
import type { ChooseTarget } from './hand-over-handlers.ts'

interface Options {
  readonly findSubject: FindSubject
  readonly emitBundleProgress: (progress: BundleProgress) => void
  /** null where files cannot be saved. */
  readonly chooseTarget: ChooseTarget | null
  readonly showInFolder: (path: string) => void
  /** The case code of the other end, where one is known for this machine and case. */
  readonly otherCode: (machine: string | null, intent: Intent) => string | null
}

/** What was collected for a preview: exactly that is saved, with the other end's case code as it is known by then. */
interface Prepared {
  readonly id: string
  readonly gathered: Gathered
  readonly machine: string | null
  readonly key: CaseKey
}

type Name = 'previewBundle' | 'saveBundle' | 'cancelBundle' | 'showBundle'

const cancelled = () => fail('cancelled', 'It was cancelled. Nothing was saved.')
const redactorOf = ({ gathered: { machine, report }, key }: Prepared) =>
  createRedactor({ key, machine, intent: report.intent })

const sourcesOf = ({ logs, raw }: Gathered): { readonly logs: BundleSource[]; readonly raw: BundleSource[] } => ({
  // Asked by its name, which stands behind the word that asks.
  logs: logs.map(({ record, size }) => ({ name: record.args[1] ?? record.id, outcome: record.outcome, bytes: size })),
  raw: raw.map(({ name, outcome, size }) => ({ name, outcome, bytes: size })),
})

/** A window draws no faster than that, and a file has many pieces. */
const progressEveryMs = 100

/** Support bundles: what would be replaced, then one that is saved. The window knows no path. */
export const createBundleHandlers = (options: Options): Pick<Handlers, Name> => {
  const { findSubject, chooseTarget, showInFolder, otherCode } = options
  let prepared: Prepared | null = null
  let savedAt: string | null = null
  let current: AbortController | null = null
  let toldAt = Number.NEGATIVE_INFINITY

  const tell = (phase: BundleProgress['phase'], done = 0, total = 0, what = '') => {
    const now = performance.now()
    const isCounted = phase === 'reading' || phase === 'writing'
    if (isCounted && done > 0 && done < total && now - toldAt < progressEveryMs) return
    toldAt = now
    options.emitBundleProgress({ phase, done, total, what })
  }

  /** One piece of work at a time; the newest wins, since an older one has nobody left to answer. */
  const alone = async <T>(work: (signal: AbortSignal) => Promise<Result<T>>): Promise<Result<T>> => {
    current?.abort()
    const run = new AbortController()
    current = run
    try {
      const result = await work(run.signal)
      return result.ok || !run.signal.aborted ? result : cancelled()
    } catch (error) {
      if (run.signal.aborted) return cancelled()
      throw error
    } finally {
      if (current === run) current = null
    }
  }

  const prepare = async (gathered: Gathered, machine: string | null, keyText: string): Promise<Prepared> => {
    await prepared?.gathered.dispose()
    prepared = { id: randomUUID(), gathered, machine, key: await openCaseKey(keyText) }
    return prepared
  }

  return {
    previewBundle: async ({ intent, machine, inputs, caseKey, withSignIns, withRawLogs }) => {
      const subject = await findSubject(machine)
      if (!subject.ok) return subject
      return alone(async (signal) => {
        tell('asking')
        const gathered = await gatherFrom({
          host: subject.value.asUser,
          intent,
          inputs: inputFiles(inputs ?? noInputs),
          signal,
          withSignIns,
          withRawLogs,
          onLog: (done, total, what) => tell('collecting', done, total, what),
        })
        if (signal.aborted) {
          await gathered.dispose()
          return cancelled()
        }
        const keyText = caseKey ?? newCaseKey()
        const own = await prepare(gathered, machine, keyText)
        tell('reading')
        const redactor = redactorOf(own)
        // Read twice: what is a name must be known before the first is replaced.
        await learnLogs(gathered, redactor, {
          signal,
          onProgress: (done, total) => tell('reading', done, 2 * total),
        })
        const preview = await previewOf(gathered, redactor, {
          signal,
          onProgress: (done, total) => tell('reading', total + done, 2 * total),
        })
        return ok({ id: own.id, caseKey: keyText, ...preview, ...sourcesOf(gathered) })
      })
    },

    saveBundle: async ({ id }) => {
      if (chooseTarget === null)
        return fail('refused', 'Files cannot be saved from this window. Use “pku2u-doctor bundle” in a console.')
      const own = prepared
      if (own?.id !== id) return fail('refused', 'What was previewed is gone. Look at the preview again.')
      const day = own.gathered.report.createdAt.slice(0, 10)
      const file = await chooseTarget({ name: `pku2u-doctor-${day}.zip`, isFolder: false })
      if (file === null) return ok(null)
      return alone(async (signal) => {
        tell('writing')
        const code = otherCode(own.machine, own.gathered.report.intent)
        const saved = await saveBundle({
          file,
          // The dialog has asked.
          replace: true,
          gathered: code === null ? own.gathered : withOtherCode(own.gathered, code),
          redactor: redactorOf(own),
          signal,
          onProgress: tell,
        })
        // The window learns the name, never the folder.
        if (!saved.ok) return fail(saved.fault.code, saved.fault.message.replaceAll(file, basename(file)))
        savedAt = file
        const { bytes, sha256 } = saved.value
        return ok({ name: basename(file), bytes, sha256, hasOtherEnd: code !== null })
      })
    },

    cancelBundle: async () => {
      const running = current !== null
      current?.abort()
      return ok(running)
    },

    showBundle: async () => {
      if (savedAt === null) return fail('refused', 'No bundle was saved yet.')
      showInFolder(savedAt)
      return ok(null)
    },
  }
}
