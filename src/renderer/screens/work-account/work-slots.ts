import type { Report } from '../../../shared/report.ts'

const places = 3

export interface Slot {
  readonly text: string
  readonly state: 'needed' | 'used' | 'free' | 'unknown'
}

const finding = ({ findings }: Report) => findings.find(({ id }) => id === 'account.work-accounts')

/** How many places the check counted: an account may be there whose address could not be read. */
const countUsed = (report: Report): number => {
  const counts = finding(report)?.evidence.map(({ what }) => /^(\d) of 3 in use/.exec(what)?.[1] ?? '0') ?? []
  return Math.max(report.facts.workAccounts.length, ...counts.map(Number))
}

const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase()

/** The three places that Windows has for work accounts. */
export const slotsOf = (report: Report): readonly Slot[] => {
  const { account } = report.intent
  const used = countUsed(report)
  const isRead = ['pass', 'warn', 'fail'].includes(finding(report)?.status ?? '') || used > 0
  return Array.from({ length: places }, (_each, index): Slot => {
    const email = report.facts.workAccounts[index]?.email ?? null
    if (email !== null) return { text: email, state: account !== null && same(email, account) ? 'needed' : 'used' }
    if (index < used) return { text: 'Taken; the address could not be read', state: 'used' }
    return isRead ? { text: 'Free', state: 'free' } : { text: 'Not read', state: 'unknown' }
  })
}

/** Which account this case needs a place for, and whether it has one. */
export const neededWords = (report: Report): string => {
  const { account } = report.intent
  if (account === null) return 'No account was named on the start screen.'
  const { upn } = report.facts.user
  if (upn !== null && same(upn, account)) return `${account} is signed in to Windows and needs no place.`
  const isThere = slotsOf(report).some(({ state }) => state === 'needed')
  return isThere ? `${account} is there.` : `${account} is not among them.`
}

/** Whether a policy forbids adding work accounts; null when nobody could look. */
export const isBlocked = (report: Report): boolean | null => {
  const said = finding(report)?.evidence.map(({ what }) => /^BlockAADWorkplaceJoin is (1|not 1)$/.exec(what)?.[1]) ?? []
  const found = said.find((each) => each !== undefined)
  return found === undefined ? null : found === '1'
}
