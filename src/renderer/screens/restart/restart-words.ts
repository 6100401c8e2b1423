import { longestRestartMinutes } from '../../../shared/ipc-contract.ts'
import type { Report } from '../../../shared/report.ts'
import { defaultRestartMessage, windowsRestartMessage } from '../../../shared/restart-message.ts'
import type { Fault } from '../../../shared/result.ts'

export const whens = ['now', 'soon', 'at', 'later'] as const
export type When = (typeof whens)[number]

/** `minutes`: as chosen; null while that is no number. */
export const whenWords = (when: When, minutes: number | null): string =>
  ({
    now: 'Now',
    soon: minutes === null ? 'In some minutes' : minutes === 1 ? 'In 1 minute' : `In ${minutes} minutes`,
    at: 'At a time',
    later: 'Later, by hand',
  })[when]

export const comesBackWords = 'When you sign in again, PKU2U Doctor opens on this page and checks again.'
export const comeBackYourselfWords = 'After the restart, start PKU2U Doctor yourself and check again.'

/** Windows says no to a restart because of another one, which nobody here knows the time of. */
export const isInTheWay = ({ code }: Fault, scheduledFor: string | null): boolean =>
  code === 'conflict' && scheduledFor === null

/** Why this PC should restart, and what its user reads about it; null: nothing waits for a restart. `due`: for a change made here. */
export const restartReason = (
  { intent, findings }: Report,
  due: boolean,
): { readonly lead: string; readonly message: string } | null => {
  if (due)
    return {
      lead:
        intent.role === 'server'
          ? 'PKU2U was changed after Windows started. This PC takes the change over when it restarts.'
          : 'PKU2U was changed after Windows started. Restart if the connection still fails.',
      message: defaultRestartMessage,
    }
  return findings.some(({ id, status }) => id === 'restart.pending' && status === 'warn')
    ? { lead: 'Windows itself is waiting for a restart.', message: windowsRestartMessage }
    : null
}

/** A whole number of minutes that the window may wait; null when the text is none. */
export const minutesIn = (text: string): number | null => {
  const minutes = /^\d{1,5}$/.test(text) ? Number(text) : 0
  return minutes >= 1 && minutes <= longestRestartMinutes ? minutes : null
}

/** Minutes from `now` until the clock next shows `time`, such as 17:30; null when that is no time. */
export const minutesUntil = (time: string, now: Date): number | null => {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time) ?? []
  if (hours === undefined || minutes === undefined) return null
  const then = new Date(now)
  then.setHours(Number(hours), Number(minutes), 0, 0)
  if (then <= now) then.setDate(then.getDate() + 1)
  return Math.max(1, Math.round((then.getTime() - now.getTime()) / 60_000))
}

/** What is still wrong after a restart, in the words of the findings; empty when this end is ready. */
const stillWrong = ({ verdict, findings, facts, intent }: Report): readonly string[] => {
  const setting = findings.find(({ id }) => id === 'pku2u.setting')
  if (verdict.state !== 'ready')
    return [
      verdict.headline,
      ...findings.filter(({ status }) => status === 'fail').map(({ title, detail }) => `${title}: ${detail}`),
    ]
  const needsPku2u = intent.track === 'rdp' && intent.path === 'pku2u' && setting?.status !== 'not-applicable'
  return needsPku2u && facts.pku2u.state !== 'on' && setting !== undefined ? [setting.detail] : []
}

export type RestartProof =
  | { readonly kind: 'proven'; readonly at: string }
  | { readonly kind: 'not-ready'; readonly at: string; readonly wrong: readonly string[] }
  /** Windows started before the change, or did not say when. */
  | { readonly kind: 'not-restarted'; readonly startedAt: string | null; readonly changedAt: string | null }

/** What a check says about a restart: the start of Windows against the time of the change, then everything else. */
export const proofOf = (report: Report): RestartProof => {
  const { bootedAt, changedAt, due } = report.facts.restart
  const isEarlier = bootedAt !== null && changedAt !== null && Date.parse(bootedAt) < Date.parse(changedAt)
  if (bootedAt === null || due || isEarlier) return { kind: 'not-restarted', startedAt: bootedAt, changedAt }
  const wrong = stillWrong(report)
  return wrong.length === 0 ? { kind: 'proven', at: bootedAt } : { kind: 'not-ready', at: bootedAt, wrong }
}
