import { readFile, stat } from 'node:fs/promises'
import { z } from 'zod'
import { roles } from '../../shared/intent.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { decodeText } from '../readers/decode.ts'

/** In bytes; a report has about 60,000. */
const largestReport = 4 * 1024 * 1024

/** Facts nest three levels deep; a hostile file nests as deep as it has bytes. */
const deepestFacts = 8

const isDeeper = (value: unknown, levels: number): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1)))

const shape = z.object({
  format: z.string().regex(/^pku2u-doctor\/report@\d{1,4}$/),
  createdAt: z.string(),
  intent: z.object({ role: z.enum(roles) }),
  facts: z.record(z.string(), z.unknown()).refine((facts) => !isDeeper(facts, deepestFacts), 'nests too deep'),
  findings: z.array(
    z.object({ id: z.string(), status: z.enum(['pass', 'warn', 'fail', 'unknown', 'not-applicable']) }),
  ),
  verdict: z.object({
    state: z.enum(['ready', 'fixable', 'action', 'unsupported', 'managed', 'restart', 'unknown']),
  }),
})

/** What a comparison needs of a report, whichever version of this program wrote it. */
export type ComparableReport = z.output<typeof shape>

/** null: the file does not hold JSON, so it is no report. */
export const readReportFile = async (path: string): Promise<Result<ComparableReport> | null> => {
  const info = await stat(path)
  if (!info.isFile() || info.size > largestReport || !/\.json$/i.test(path)) return null
  let raw: unknown
  try {
    raw = JSON.parse(decodeText(await readFile(path), null))
  } catch {
    return fail('unreadable', `${path} is not valid JSON.`)
  }
  const report = shape.safeParse(raw)
  return report.success ? ok(report.data) : fail('unreadable', `${path} is not a report of PKU2U Doctor.`)
}
