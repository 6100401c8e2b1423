import type { VerdictState } from './report.ts'

export const verdictWords: Readonly<Record<VerdictState, string>> = {
  ready: 'Ready',
  fixable: 'Can be fixed here',
  action: 'Needs you',
  unsupported: 'Not supported',
  managed: 'Set by policy',
  restart: 'Restart',
  unknown: 'Not known',
}
