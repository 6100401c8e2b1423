import { parseArgs } from 'node:util'
import { fail, ok, type Result } from '../shared/result.ts'

export interface WindowOptions {
  /** A simulated machine to show instead of this PC. */
  readonly simulate: string | null
  /** How fast simulated machines answer: 0 at once, 1 as slowly as real ones, which shows the progress. */
  readonly pace: number
}

/** Options of a start with a window. Switches that Chromium or a desktop adds by itself are not ours to judge. */
export const readWindowOptions = (args: readonly string[], machines: readonly string[]): Result<WindowOptions> => {
  const { values } = parseArgs({
    args: [...args],
    options: { simulate: { type: 'string' }, pace: { type: 'string' } },
    strict: false,
  })
  const { simulate = null, pace: paceText = '0' } = values
  if (simulate !== null && (typeof simulate !== 'string' || !machines.includes(simulate)))
    return fail('usage', `--simulate wants one of: ${machines.join(', ')}.`)
  const pace = typeof paceText === 'string' && /^\d+(\.\d+)?$/.test(paceText) ? Number(paceText) : Number.NaN
  if (!(pace >= 0 && pace <= 10)) return fail('usage', '--pace wants a number from 0 to 10.')
  return ok({ simulate, pace })
}
