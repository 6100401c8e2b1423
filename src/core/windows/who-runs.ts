import { z } from 'zod'
import { askPowershell } from './ask-powershell.ts'
import type { CommandRunner } from './host.ts'

const shape = z.object({ name: z.string(), sid: z.string(), sessionUserSid: z.string().nullable() })

/**
 * What to say when this process has an administrator's rights that are not those of the person at the PC: what is asked
 * about "the user" is then asked about the administrator.
 */
export const whoRuns = async (elevated: boolean | null, runner: CommandRunner): Promise<readonly string[]> => {
  if (elevated !== true) return []
  const what = 'Who is signed in could not be read'
  const answer = await askPowershell(runner, 'who-runs', {}, { shape, what, timeoutMs: 20_000 })
  // Changes go to the PC as a whole, so not knowing stops nothing; a check says so by itself.
  if (!answer.ok || answer.value.sessionUserSid === null) return []
  const { name, sid, sessionUserSid } = answer.value
  if (sid === sessionUserSid) return []
  return [
    `PKU2U Doctor runs as ${name}, who is not the person signed in here. Changes to this PC still work; what belongs to a person is that of ${name}.`,
  ]
}
