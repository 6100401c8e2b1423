import type { Report } from '../../shared/report.ts'
import { ok, type Result } from '../../shared/result.ts'
import { caseCodeOf, readCaseCode } from '../case-code/case-code.ts'
import { endOfReport } from '../pair/end-state.ts'
import { pairOf } from '../pair/pair-of.ts'

/** Where a recording keeps the other end's case code. */
export const otherEndInput = 'other-end.txt'

/** A case code as a person typed it, in the form in which a recording keeps it. It names nobody, so nothing in it is replaced. */
export const otherEndInputs = (typed: string): Result<Readonly<Record<string, string>>> => {
  const read = readCaseCode(typed)
  return read.ok ? ok({ [otherEndInput]: `${caseCodeOf(read.value.end)}\n` }) : read
}

/** The report with what both ends are together, where the other end's case code is known. A code that cannot be read is a gap. */
export const withOtherEnd = (report: Report, code: string | null): Report => {
  if (code === null) return report
  const read = readCaseCode(code)
  if (!read.ok) {
    const gap = { probe: otherEndInput, label: 'Case code of the other end', outcome: read.fault.code }
    return { ...report, coverage: { ...report.coverage, gaps: [...report.coverage.gaps, gap] } }
  }
  const [mine, theirs] = [endOfReport(report), read.value.end]
  return {
    ...report,
    otherEnd: {
      createdAt: theirs.createdAt,
      pair: mine.role === 'client' ? pairOf(mine, theirs) : pairOf(theirs, mine),
    },
  }
}
