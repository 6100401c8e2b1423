import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { fail, ok, type Result } from '../../shared/result.ts'
import { readCaseCode } from '../case-code/case-code.ts'
import { fingerprintsOf } from '../case-code/fingerprints.ts'
import { type JudgeOptions, judgeRecording } from '../engine/judge.ts'
import { decodeText } from '../readers/decode.ts'
import { largestFile } from '../recording/folder-files.ts'
import { type LoadedRecording, loadRecording, storedCase } from '../recording/load.ts'
import { type EndState, endOfReport } from './end-state.ts'
import { reportShape } from './report-shape.ts'

export interface LoadEnd {
  /** The case that a recording or bundle is judged for. */
  readonly askedOf: (loaded: LoadedRecording) => Promise<Pick<JudgeOptions, 'intent' | 'withheld'>>
  /** ISO 8601 UTC; null: when it was recorded. */
  readonly now: string | null
}

/** null: there is no such file, or it is something else than JSON, so that somebody else says what is wrong with it. */
const jsonIn = async (path: string): Promise<string | null> => {
  const info = await stat(path).catch(() => null)
  if (info === null || !info.isFile() || info.size > largestFile || basename(path) === 'machine.json') return null
  const bytes = await readFile(path).catch(() => null)
  const isZip = bytes?.[0] === 0x50 && bytes[1] === 0x4b
  const text = bytes === null || isZip ? '' : decodeText(bytes, null)
  return text.trimStart().startsWith('{') ? text : null
}

const parsedJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** A report stays as it was judged. One of a version without fingerprints has the facts that they are made of. */
const endInReport = (path: string, text: string): Result<EndState> => {
  const parsed = reportShape.safeParse(parsedJson(text))
  if (!parsed.success) return fail('unreadable', `${path} cannot be used: It is not a report of PKU2U Doctor.`)
  const { fingerprints, ...report } = parsed.data
  return ok(
    endOfReport({ ...report, fingerprints: fingerprints ?? fingerprintsOf(report.facts, report.intent, false) }),
  )
}

const endInRecording = async (path: string, { askedOf, now }: LoadEnd): Promise<Result<EndState>> => {
  const loaded = await loadRecording(path, { toJudge: true })
  if (!loaded.ok) return loaded
  const { machine, source } = loaded.value
  const report = judgeRecording(machine, {
    ...(await askedOf(loaded.value)),
    now: now ?? machine.machine.recordedAt,
    source,
    stored: storedCase(loaded.value),
  })
  return ok(endOfReport(report))
}

/** One end of a pair: `code:…`, a report, a bundle, or a recording as folder or zip. */
export const loadEnd = async (from: string, options: LoadEnd): Promise<Result<EndState>> => {
  if (/^code:/i.test(from)) {
    const code = readCaseCode(from)
    return code.ok ? ok(code.value.end) : code
  }
  const json = await jsonIn(from)
  return json === null ? endInRecording(from, options) : endInReport(from, json)
}
