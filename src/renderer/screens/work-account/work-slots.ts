import type { Report } from '../../../shared/report.ts'

export interface Slot {
  readonly text: string
  readonly state: 'needed' | 'used' | 'free' | 'unknown'
}

const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase()

/** The three places that Windows has for work accounts; more where leftovers of older accounts are listed as well. */
export const slotsOf = ({ facts: { workAccountPlaces, workAccounts }, intent: { account } }: Report): readonly Slot[] =>
  Array.from({ length: Math.max(workAccountPlaces.limit, workAccounts.length) }, (_each, index): Slot => {
    const { used } = workAccountPlaces
    const email = workAccounts[index]?.email ?? null
    if (email !== null) return { text: email, state: account !== null && same(email, account) ? 'needed' : 'used' }
    if (used === null) return { text: 'Not read', state: 'unknown' }
    return index < used
      ? { text: 'Taken; the address could not be read', state: 'used' }
      : { text: 'Free', state: 'free' }
  })

/** Which account this case needs a place for, and whether it has one. */
export const neededWords = (report: Report): string => {
  const { account } = report.intent
  if (account === null) return 'No account was named on the start screen.'
  const { upn } = report.facts.user
  if (upn !== null && same(upn, account)) return `${account} is signed in to Windows and needs no place.`
  const slots = slotsOf(report)
  if (slots.some(({ state }) => state === 'needed')) return `${account} is there.`
  const { used } = report.facts.workAccountPlaces
  if (used === null) return `Whether ${account} is there could not be read.`
  return report.facts.workAccounts.filter(({ email }) => email !== null).length < used
    ? `${account} is not among those that could be read.`
    : `${account} is not among them.`
}
