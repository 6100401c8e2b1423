import { forgetReturn } from '../../core/windows/forget-return.ts'
import { type ReturnMemory, returnMemory } from '../../core/windows/return-memory.ts'
import { defaultRestartMessage, fastStartup } from '../../shared/restart-message.ts'
import { exitCodes } from '../exit-code.ts'
import type { Io } from '../io.ts'
import type { Parsed } from '../options.ts'
import { type Answer, usageError, type Verb } from '../verb.ts'
import { agreesTo, orStop, pcOf } from './pc.ts'

const longestMinutes = 10 * 365 * 24 * 60

const minutesOf = (text: string): number => {
  const minutes = /^\d{1,7}$/.test(text) ? Number(text) : Number.NaN
  if (!(minutes <= longestMinutes)) throw usageError(`--in takes minutes, such as 15, not "${text}".`)
  return minutes
}

const whenText = (at: string | null, minutes: number | null, live: boolean): string => {
  if (minutes === 0) return live ? 'The PC restarts now.' : `Restarted ${at}.`
  if (at !== null) return `The PC restarts ${at}.`
  return live
    ? 'No restart was scheduled here. Windows does not tell whether somebody else scheduled one.'
    : 'No restart is scheduled.'
}

/** Where a window keeps the case to come back to; a simulated machine's lies with its state. */
const returnMemoryOf = (parsed: Parsed, io: Io): ReturnMemory | null => {
  const folder = parsed.option('simulate') === null ? io.userFolder : parsed.option('state')
  return folder === null ? null : returnMemory(folder)
}

/** What is asked for, in a sentence; null when the restart is only shown. */
const planOf = (parsed: Parsed, minutes: number | null): string | null => {
  if (parsed.flag('cancel')) return 'The scheduled restart will be cancelled.'
  if (minutes === null) return null
  return minutes === 0
    ? 'This PC restarts now.'
    : `This PC restarts in ${minutes} minutes. People at it will read: ${defaultRestartMessage}`
}

export const restart: Verb = {
  name: 'restart',
  usage: '',
  summary: 'says whether a restart is due; schedules or cancels one',
  options: ['in', 'simulate', 'state', 'at'],
  flags: ['cancel', 'yes', 'dry-run'],
  words: [0, 0],
  run: async (parsed, io): Promise<Answer> => {
    const when = parsed.option('in')
    const minutes = when === null ? null : minutesOf(when)
    if (minutes !== null && parsed.flag('cancel')) throw usageError('Use --in or --cancel, not both.')
    const pc = await pcOf(parsed, io)
    const plan = planOf(parsed, minutes)
    const isDryRun = parsed.flag('dry-run')
    // Nobody works at a simulated machine, so it restarts at once when it is told to.
    const needsAgreement = !isDryRun && (parsed.option('simulate') === null || minutes !== 0)
    if (plan !== null && (isDryRun || (needsAgreement && !(await agreesTo(parsed, io, plan)))))
      return {
        json: {
          scheduledFor: await pc.restart.scheduledFor(),
          cancelled: false,
          due: await pc.restartDue(),
          reason: plan,
        },
        text: plan,
        exitCode: isDryRun ? exitCodes.ok : exitCodes.usage,
      }
    const cancelled = parsed.flag('cancel') && orStop(await pc.restart.cancel())
    // A window may have asked Windows to bring it back afterwards.
    if (parsed.flag('cancel')) await forgetReturn(pc, returnMemoryOf(parsed, io))
    const at =
      minutes === null
        ? await pc.restart.scheduledFor()
        : orStop(await pc.restart.schedule(minutes, defaultRestartMessage))
    const due = await pc.restartDue()
    const reason = due ? 'PKU2U was changed after Windows started.' : 'No change of PKU2U Doctor waits for a restart.'
    const said = cancelled
      ? 'The scheduled restart was cancelled.'
      : whenText(at, minutes, parsed.option('simulate') === null)
    return {
      json: { scheduledFor: minutes === 0 ? null : at, cancelled, due, reason },
      text: due ? `${said} ${reason} ${fastStartup}` : `${said} ${reason}`,
      exitCode: due && minutes === null ? exitCodes.restartDue : exitCodes.ok,
    }
  },
}
