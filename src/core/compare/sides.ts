import { basename, resolve } from 'node:path'
import { defaultIntent, type Intent } from '../../shared/intent.ts'
import type { Report } from '../../shared/report.ts'
import { ok, type Result } from '../../shared/result.ts'
import { judgeLoaded } from '../engine/judge-loaded.ts'
import { type LoadedRecording, loadRecording } from '../recording/load.ts'
import type { Side } from './compare.ts'
import { type ComparableReport, readReportFile } from './report-file.ts'

type Opened =
  | { readonly kind: 'report'; readonly report: ComparableReport }
  | { readonly kind: 'loaded'; readonly loaded: LoadedRecording }

/** A token as redaction writes it. */
const token = /\b[a-z]{2,12}-[0-9a-hjkmnp-tv-z]{10,16}\b/

const looksRedacted = ({ facts }: ComparableReport): boolean =>
  token.test(JSON.stringify([facts['host'], facts['user'], facts['tenant']]))

const openSide = async (path: string): Promise<Result<Opened>> => {
  const isRecording = /(?:^|[\\/])machine\.json$/i.test(path)
  const report = isRecording ? null : await readReportFile(path).catch(() => null)
  if (report !== null) return report.ok ? ok({ kind: 'report', report: report.value }) : report
  const loaded = await loadRecording(path, { toJudge: true })
  return loaded.ok ? ok({ kind: 'loaded', loaded: loaded.value }) : loaded
}

const intentIn = (side: Opened): Intent | null => (side.kind === 'loaded' ? side.loaded.storedIntent : null)

/** A side as it is compared, and its whole report where one could be made. */
export interface JudgedSide extends Side {
  readonly full: Report | null
}

const judgedSide = (path: string, side: Opened, otherwise: Intent): JudgedSide => {
  const file = basename(resolve(path))
  if (side.kind === 'report')
    return {
      file,
      kind: 'report',
      report: side.report,
      caseKeyId: looksRedacted(side.report) ? 'unknown' : null,
      full: null,
    }
  const full = judgeLoaded(side.loaded, otherwise)
  const report = { ...full, facts: { ...full.facts }, findings: [...full.findings] }
  return { file, kind: side.loaded.source, report, caseKeyId: side.loaded.caseKeyId, full }
}

/** Opens both. A plain recording names no case, so it is judged for the case of the other one. */
export const openSides = async (
  pathA: string,
  pathB: string,
): Promise<Result<readonly [a: JudgedSide, b: JudgedSide]>> => {
  const a = await openSide(pathA)
  if (!a.ok) return a
  const b = await openSide(pathB)
  if (!b.ok) return b
  const otherwise = intentIn(a.value) ?? intentIn(b.value) ?? defaultIntent
  return ok([judgedSide(pathA, a.value, otherwise), judgedSide(pathB, b.value, otherwise)])
}
