import type { VerdictState } from '../../shared/report.ts'

export const tones: Readonly<Record<VerdictState, 'good' | 'caution' | 'bad' | 'quiet'>> = {
  ready: 'good',
  fixable: 'caution',
  restart: 'caution',
  managed: 'caution',
  action: 'bad',
  unsupported: 'bad',
  unknown: 'quiet',
}
