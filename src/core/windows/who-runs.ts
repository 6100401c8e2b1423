import { z } from 'zod'
import { askPowershell } from './ask-powershell.ts'
import type { CommandRunner } from './host.ts'

const shape = z.object({ name: z.string(), sid: z.string(), sessionUserSid: z.string().nullable() })

/**
 * Whom this process runs as, when it has an administrator's rights that are not those of the person at the PC: what is
 * asked about "the user" is then asked about the administrator. null when it is that person, or when nobody can tell.
 */
export const somebodyElse = async (elevated: boolean | null, runner: CommandRunner): Promise<string | null> => {
  if (elevated !== true) return null
  const what = 'Who is signed in could not be read'
  const answer = await askPowershell(runner, 'who-runs', {}, { shape, what, timeoutMs: 20_000 })
  // Changes go to the PC as a whole, so not knowing stops nothing; a check says so by itself.
  if (!answer.ok || answer.value.sessionUserSid === null) return null
  const { name, sid, sessionUserSid } = answer.value
  return sid === sessionUserSid ? null : name
}
