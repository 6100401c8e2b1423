import type { Io } from '../io.ts'
import type { Parsed } from '../options.ts'
import { usageError } from '../verb.ts'

const variable = 'PKU2U_DOCTOR_CASE_KEY'

/**
 * The case key from `--case-key`, standard input or the environment, in this order; null when none was given. Other
 * users of a PC can see the arguments of a program, so the last two are the better ways.
 */
export const givenCaseKey = async (parsed: Parsed, io: Io): Promise<string | null> => {
  const option = parsed.option('case-key')
  const typed = option === '-' ? new TextDecoder().decode(await io.input()) : (option ?? process.env[variable] ?? null)
  const key = typed?.trim() ?? ''
  if (key !== '') return key
  if (option === '-') throw usageError('There was no case key on standard input.')
  return null
}
