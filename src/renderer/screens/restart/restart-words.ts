import type { Report } from '../../../shared/report.ts'

export const whens = ['now', 'soon', 'at', 'later'] as const
export type When = (typeof whens)[number]

export const whenWords: Readonly<Record<When, string>> = {
  now: 'Now',
  soon: 'In 15 minutes',
  at: 'At a time',
  later: 'Later, by hand',
}

export const fastStartup =
  'Shutting down and starting again is not enough: with Fast Startup, Windows keeps its state. Choose Restart.'

/** Minutes from `now` until the clock next shows `time`, such as 17:30; null when that is no time. */
export const minutesUntil = (time: string, now: Date): number | null => {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time) ?? []
  if (hours === undefined || minutes === undefined) return null
  const then = new Date(now)
  then.setHours(Number(hours), Number(minutes), 0, 0)
  if (then <= now) then.setDate(then.getDate() + 1)
  return Math.max(1, Math.round((then.getTime() - now.getTime()) / 60_000))
}

/** What is still wrong after a restart, in the words of the findings; empty when this end is proven. */
export const stillWrong = ({ verdict, findings }: Report): readonly string[] =>
  verdict.state === 'ready'
    ? []
    : [
        verdict.headline,
        ...findings.filter(({ status }) => status === 'fail').map(({ title, detail }) => `${title}: ${detail}`),
      ]
