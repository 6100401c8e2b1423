import type { VerdictState } from '../../shared/report.ts'
import { fail, type Result } from '../../shared/result.ts'
import { errorMessage } from '../../shared/thrown.ts'
import { isBroken, type TriageRow, type TriageTotals } from '../../shared/triage.ts'
import { causesOf } from '../engine/causes.ts'
import { judgeLoaded } from '../engine/judge-loaded.ts'
import { loadRecording } from '../recording/load.ts'
import { type Found, findBundles } from './find-bundles.ts'

/** Files that are read while one is judged; judging takes one core, reading waits for the disk. */
const ahead = 4

export interface Triaged {
  readonly path: string
  readonly row: TriageRow
}

const withoutPath = (message: string, { path, file }: Found): string => message.replaceAll(path, () => file)

const rowOf = async (found: Found): Promise<TriageRow> => {
  const { path, file, isZip } = found
  const broken = ({ fault: { code, message } }: Extract<Result<never>, { ok: false }>): TriageRow => ({
    file,
    fault: { code, message: withoutPath(message, found) },
  })
  if (found.error !== undefined) return broken(fail('denied', `${file} could not be looked into.`))
  const loaded = await loadRecording(path, { toJudge: true, isZip })
  if (!loaded.ok) return broken(loaded)
  try {
    const report = judgeLoaded(loaded.value)
    return {
      file,
      verdict: report.verdict.state,
      causes: causesOf(report),
      role: report.intent.role,
      recordedAt: report.createdAt,
    }
  } catch (error) {
    return broken(fail('internal', `${file} could not be judged: ${errorMessage(error)}`))
  }
}

/**
 * Judges every bundle in a folder, one row each, in the order of the names. Rows come as they are done and none is kept,
 * so any number fits into memory. Rejects only when the folder itself cannot be read.
 */
export async function* triage(folder: string, signal?: AbortSignal): AsyncGenerator<Triaged> {
  const running: Promise<Triaged>[] = []
  for await (const found of findBundles(folder)) {
    if (signal?.aborted) return
    running.push(rowOf(found).then((row) => ({ path: found.path, row })))
    const [first] = running
    if (running.length < ahead || first === undefined) continue
    yield await first
    running.shift()
  }
  for (const each of running) {
    if (signal?.aborted) return
    yield await each
  }
}

/** Counts rows as they go by. */
export const createTotals = () => {
  const counts: Partial<Record<VerdictState, number>> = {}
  const began = performance.now()
  let files = 0
  return {
    add: (row: TriageRow): void => {
      files++
      if (!isBroken(row)) counts[row.verdict] = (counts[row.verdict] ?? 0) + 1
    },
    sum: (): TriageTotals => ({
      totals: { ...counts },
      files,
      seconds: Math.round(performance.now() - began) / 1000,
    }),
  }
}
