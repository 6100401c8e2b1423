import type { Finding } from '../../../shared/report.ts'

/** Evidence as it goes into a ticket: what was asked, and what it said. */
export const evidenceText = ({ id, status, evidence }: Finding): string =>
  [`${id}: ${status}`, ...evidence.flatMap(({ source, where, what }) => [`${source}: ${where}`, `  ${what}`])].join(
    '\n',
  )
