import type { GroupMember } from '../../readers/group-members.ts'

/** What a group member is to the question "is this account in it?". */
export type MemberKind = 'person' | 'built-in' | 'group' | 'unreadable'

/** RIDs that Windows gives to domain groups, from "Well-known SIDs", https://learn.microsoft.com/windows/win32/secauthz/well-known-sids */
const domainGroupRids = new Set([
  498, 512, 513, 514, 515, 516, 517, 518, 519, 520, 521, 522, 525, 526, 527, 553, 571, 572,
])
/** A member of a domain, also with its domain and its own number replaced by tokens; group numbers stay. */
const domainSid = /^S-1-5-21-(?:\d+-\d+-\d+|sid-[0-9a-z]{10,})-(\d+|sid-[0-9a-z]{10,})$/i
/** Everyone, Interactive, Authenticated Users and the like may or may not take this account in. */
const openToMany = /^S-1-(?:1-0|2-[01]|5-(?:2|3|4|6|11|13|14|15))$/i

export const memberKind = ({ sid, name, kind }: GroupMember): MemberKind => {
  if (/^S-1-5-32-/i.test(sid)) return 'built-in'
  if (kind?.toLowerCase() === 'group' || openToMany.test(sid)) return 'group'
  const hasName = name !== null && name.trim() !== '' && name.trim().toLowerCase() !== sid.toLowerCase()
  if (/^S-1-12-1-/i.test(sid)) return hasName ? 'person' : 'unreadable'
  const domain = domainSid.exec(sid)
  if (domain === null) return hasName || sid !== '' ? 'person' : 'unreadable'
  if (domainGroupRids.has(Number(domain[1]))) return 'group'
  return hasName ? 'person' : 'unreadable'
}
