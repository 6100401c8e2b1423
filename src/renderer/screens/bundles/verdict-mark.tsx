import type { VerdictState } from '../../../shared/report.ts'
import { verdictWords } from '../../../shared/verdict-words.ts'

/** The colours that statuses have elsewhere; the word says the same. */
const looks: Readonly<Record<VerdictState | 'broken', string>> = {
  ready: 'pass',
  fixable: 'warn',
  restart: 'warn',
  managed: 'warn',
  action: 'fail',
  unsupported: 'fail',
  unknown: 'unknown',
  broken: 'unknown',
}

export const verdictMarkWords = (state: VerdictState | 'broken'): string =>
  state === 'broken' ? 'Not readable' : verdictWords[state]

export const VerdictMark = ({ state }: { readonly state: VerdictState | 'broken' }) => (
  <span className="finding-status" data-status={looks[state]}>
    {verdictMarkWords(state)}
  </span>
)
