import type { ReportSource } from './report.ts'

/** Says that a report is not about this PC; null for a live one. */
export const sourceWords = (source: ReportSource, name: string): string | null => {
  switch (source) {
    case 'live':
      return null
    case 'simulated':
      return `Simulated machine: ${name}`
    case 'recording':
      return `Recording of ${name}`
    case 'bundle':
      return `Support bundle of ${name}`
  }
}
