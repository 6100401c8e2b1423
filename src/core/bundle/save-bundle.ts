import type { Status, VerdictState } from '../../shared/report.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Counts, Redactor } from '../redaction/redaction.ts'
import { newSecretGate } from '../redaction/secret-gate.ts'
import { bundleParts } from './bundle-parts.ts'
import type { Gathered } from './gathered.ts'
import { learnLogs } from './learn-logs.ts'
import { readBack } from './read-back.ts'
import { openTarget } from './target-file.ts'
import { writeFault } from './write-faults.ts'
import { type Written, writeZip, type ZipOptions, zipTime } from './zip-writer.ts'

/** What `bundle --json` answers. */
export interface SavedBundle extends Written {
  readonly file: string
  readonly caseKeyId: string | null
  readonly redacted: Counts
  readonly findings: Readonly<Partial<Record<Status, number>>>
  readonly verdict: VerdictState
}

export interface SaveOrder {
  readonly file: string
  /** A person has agreed to lose what stands there. */
  readonly replace: boolean
  readonly gathered: Gathered
  /** Has learnt nothing yet. null: nothing is replaced, and a secret refuses the save. */
  readonly redactor: Redactor | null
  readonly signal?: AbortSignal
  /** Bytes: of the event logs while names are learnt from them, then of all that is written. */
  readonly onProgress?: (phase: 'reading' | 'writing', done: number, total: number) => void
  readonly openFile?: ZipOptions['open']
}

const statusCounts = ({ report }: Gathered): SavedBundle['findings'] => {
  const counts: Partial<Record<Status, number>> = {}
  for (const { status } of report.findings) counts[status] = (counts[status] ?? 0) + 1
  return counts
}

const isAbort = (error: unknown): boolean => error instanceof Error && error.name === 'AbortError'

/**
 * Writes a bundle under another name, opens it again, and gives it its name when all is well. Whatever goes wrong, no
 * part of it stays behind, and the message names the cause.
 */
export const saveBundle = async (order: SaveOrder): Promise<Result<SavedBundle>> => {
  const { file, replace, gathered, redactor, signal, onProgress, openFile } = order
  const target = await openTarget(file, replace)
  if (!target.ok) return target
  const { temporary, keep, drop } = target.value
  try {
    if (redactor !== null)
      await learnLogs(gathered, redactor, {
        onProgress: (done, total) => onProgress?.('reading', done, total),
        ...(signal === undefined ? {} : { signal }),
      })
    const { entries, note, size } = bundleParts(gathered, redactor)
    const written = await writeZip(temporary, entries, {
      modified: zipTime(gathered.report.createdAt),
      onBytes: (done) => onProgress?.('writing', Math.min(done, size), size),
      onEntry: note,
      ...(signal === undefined ? {} : { signal }),
      ...(openFile === undefined ? {} : { open: openFile }),
    })
    const seen = await readBack(temporary, written.sha256, redactor?.gate() ?? newSecretGate(), signal)
    const kept = seen.ok ? await keep(written.sha256) : seen
    if (!kept.ok) return kept
    const summary = redactor?.summary()
    return ok({
      file,
      ...written,
      caseKeyId: summary?.caseKeyId ?? gathered.caseKeyId,
      redacted: summary?.byKind ?? {},
      findings: statusCounts(gathered),
      verdict: gathered.report.verdict.state,
    })
  } catch (error) {
    return isAbort(error) ? fail('cancelled', `${file} was not saved: it was cancelled.`) : writeFault(file, error)
  } finally {
    await drop()
  }
}
