import type { VerdictState } from './report.ts'

/** How a verdict is coloured, in the window and in a report. */
export const verdictTones: Readonly<Record<VerdictState, 'good' | 'caution' | 'bad' | 'quiet'>> = {
  ready: 'good',
  fixable: 'caution',
  restart: 'caution',
  managed: 'caution',
  action: 'bad',
  unsupported: 'bad',
  unknown: 'quiet',
}
