import type { EndState } from '../core/pair/end-state.ts'
import type { PairVerdict } from '../shared/pair.ts'
import type { VerdictState } from '../shared/report.ts'
import { type ExitCode, exitCodeOf, exitCodes } from './exit-code.ts'

/** The worst first: what nobody here can change, what somebody has to do, what is only not known. */
const worst: readonly VerdictState[] = ['unsupported', 'managed', 'action', 'fixable', 'restart', 'unknown', 'ready']

/** 0 or 4 only for two ends that are ready and fit, 3 for two tenants; otherwise the worse end’s code. */
export const pairExitCode = ({ verdict, reasons }: PairVerdict, ends: readonly EndState[]): ExitCode => {
  const [worse] = [...ends].sort((a, b) => worst.indexOf(a.verdict) - worst.indexOf(b.verdict))
  const codes = ends.map(({ findings, ...end }) => exitCodeOf({ verdict: { state: end.verdict }, findings }))
  const isNoted = codes.includes(exitCodes.readyWithNotes) || reasons.length > 1
  if (verdict.state === 'go') return isNoted ? exitCodes.readyWithNotes : exitCodes.ok
  if (reasons.some(({ id, end }) => id === 'pair.tenant' && end === 'both')) return exitCodes.failed
  if (worse !== undefined && worse.verdict !== 'ready')
    return exitCodeOf({ verdict: { state: worse.verdict }, findings: [] })
  // Each end alone is ready: what stands in the way shows in both together.
  return verdict.state === 'unknown' ? exitCodes.unknown : exitCodes.failed
}
