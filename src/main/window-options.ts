import { parseArgs } from 'node:util'
import { fail, ok, type Result } from '../shared/result.ts'
import { type ReturnStep, returnSteps } from '../shared/returning.ts'

const text = { type: 'string' } as const

export interface WindowOptions {
  /** A simulated machine to show instead of this PC. */
  readonly simulate: string | null
  /** How fast simulated machines answer: 0 at once, 1 as slowly as real ones, which shows the progress. */
  readonly pace: number
  /** Where the changes of that simulated machine are kept between starts. */
  readonly state: string | null
  /** Windows started the program again after a restart: the step to come back to. */
  readonly resume: ReturnStep | null
}

/** Options of a start with a window. Switches that Chromium or a desktop adds by itself are not ours to judge. */
export const readWindowOptions = (args: readonly string[], machines: readonly string[]): Result<WindowOptions> => {
  const { values } = parseArgs({
    args: [...args],
    options: { simulate: text, pace: text, state: text, resume: text },
    strict: false,
  })
  const { simulate = null, pace: paceText = '0', state = null, resume: resumeText = null } = values
  if (simulate !== null && (typeof simulate !== 'string' || !machines.includes(simulate)))
    return fail('usage', `--simulate wants one of: ${machines.join(', ')}.`)
  const pace = typeof paceText === 'string' && /^\d+(\.\d+)?$/.test(paceText) ? Number(paceText) : Number.NaN
  if (!(pace >= 0 && pace <= 10)) return fail('usage', '--pace wants a number from 0 to 10.')
  if (state !== null && (typeof state !== 'string' || state === '' || simulate === null))
    return fail('usage', '--state wants a folder, and goes with --simulate.')
  const resume = returnSteps.find((step) => step === resumeText) ?? null
  if (resumeText !== null && resume === null) return fail('usage', `--resume wants ${returnSteps.join(' or ')}.`)
  return ok({ simulate, pace, state, resume })
}
