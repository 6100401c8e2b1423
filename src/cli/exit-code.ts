import type { Report } from '../shared/report.ts'

/** What a script may rely on; the numbers are part of the product's contract. */
export const exitCodes = {
  ok: 0,
  internal: 1,
  usage: 2,
  failed: 3,
  readyWithNotes: 4,
  restartDue: 5,
  managed: 6,
  unknown: 7,
  refused: 8,
} as const

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/** What an exit code is made of; a report has it, and so has one end of a pair. */
export interface Judged {
  readonly verdict: Pick<Report['verdict'], 'state'>
  readonly findings: readonly Pick<Report['findings'][number], 'status'>[]
}

export const exitCodeOf = ({ verdict, findings }: Judged): ExitCode => {
  switch (verdict.state) {
    case 'ready':
      return findings.some(({ status }) => status === 'warn' || status === 'unknown')
        ? exitCodes.readyWithNotes
        : exitCodes.ok
    case 'fixable':
    case 'action':
    case 'unsupported':
      return exitCodes.failed
    case 'restart':
      return exitCodes.restartDue
    case 'managed':
      return exitCodes.managed
    case 'unknown':
      return exitCodes.unknown
  }
}
