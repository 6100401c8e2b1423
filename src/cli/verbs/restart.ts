import { exitCodes } from '../exit-code.ts'
import { type Answer, usageError, type Verb } from '../verb.ts'
import { orStop, pcOf } from './pc.ts'

const longestMinutes = 10 * 365 * 24 * 60

/** The sentence that the person at the PC reads. A timed restart closes programs without asking. */
const message =
  'Your PC restarts to finish a change for Remote Desktop. Open programs will be closed: save your work now.'

const minutesOf = (text: string): number => {
  const minutes = /^\d{1,7}$/.test(text) ? Number(text) : Number.NaN
  if (!(minutes <= longestMinutes)) throw usageError(`--in takes minutes, such as 15, not "${text}".`)
  return minutes
}

export const restart: Verb = {
  name: 'restart',
  usage: '',
  summary: 'says whether a restart is due; schedules or cancels one',
  options: ['in', 'simulate', 'state', 'at'],
  flags: ['cancel', 'yes', 'dry-run'],
  words: [0, 0],
  run: async (parsed, io): Promise<Answer> => {
    const pc = await pcOf(parsed, io)
    const when = parsed.option('in')
    const minutes = when === null ? null : minutesOf(when)
    if (minutes !== null && parsed.flag('cancel')) throw usageError('Use --in or --cancel, not both.')
    const cancelled = parsed.flag('cancel') && !parsed.flag('dry-run') ? orStop(await pc.restart.cancel()) : false
    const at =
      minutes !== null && !parsed.flag('dry-run')
        ? orStop(await pc.restart.schedule(minutes, message))
        : await pc.restart.scheduledFor()
    const due = await pc.restartDue()
    const reason = due ? 'PKU2U was changed after Windows started.' : 'No change of PKU2U Doctor waits for a restart.'
    const said = cancelled
      ? 'The scheduled restart was cancelled.'
      : at === null
        ? 'No restart is scheduled.'
        : minutes === 0
          ? `Restarted ${at}.`
          : `The PC restarts ${at}.`
    return {
      json: { scheduledFor: minutes === 0 ? null : at, cancelled, due, reason },
      text: `${said} ${reason}`,
      exitCode: due && minutes === null ? exitCodes.restartDue : exitCodes.ok,
    }
  },
}
