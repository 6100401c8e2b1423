import type { Intent } from '../../../shared/intent.ts'
import type { Result } from '../../../shared/result.ts'
import { defineCheck, type Judgement } from '../../engine/define-check.ts'
import { type AskingUser, askingUser } from '../../facts/asking-user.ts'
import { keys } from '../../facts/keys.ts'
import { administrators, joiningUser, remoteDesktopUsers } from '../../facts/local-groups.ts'
import { sameText } from '../../facts/values.ts'
import type { GroupMember } from '../../readers/group-members.ts'
import { pages } from '../links.ts'
import { memberKind } from './member-kind.ts'

const groupsNote =
  'Microsoft Entra groups in Remote Desktop Users are not honored under Network Level Authentication: add the person.'

const shownName = ({ name, sid }: GroupMember): string => (name === null || name === '' ? sid : name)

/** By SID, by `AzureAD\UPN`, or by the name of the signed-in user when that user is the account. */
const isAccount = ({ sid, name }: GroupMember, account: string, user: AskingUser | null): boolean => {
  if (name !== null && (sameText(name, `AzureAD\\${account}`) || sameText(name, account))) return true
  if (user?.upn == null || !sameText(user.upn, account)) return false
  return (
    (user.sid !== null && sameText(user.sid, sid)) || (name !== null && user.name !== null && sameText(user.name, name))
  )
}

export const rdpMembership = defineCheck({
  id: 'rdp.membership',
  title: 'Right to connect',
  why: 'Signing in is not enough: the account must be an administrator of this PC or a member of Remote Desktop Users.',
  roles: ['server'],
  tracks: ['rdp'],
  links: [pages.remoteEntraPc],
  notFor: ({ account }: Intent) => (account === null ? 'No account was named.' : null),
  needs: {},
  considers: { user: askingUser, joiner: joiningUser, users: remoteDesktopUsers, admins: administrators },
  judge: (_facts, { user, joiner, users, admins }, { intent }): Judgement => {
    const account = intent.account ?? ''
    const asker = user.ok ? user.value : null
    const lists: readonly (readonly [string, string, Result<readonly GroupMember[]>])[] = [
      ['Remote Desktop Users', 'S-1-5-32-555', users],
      ['Administrators', 'S-1-5-32-544', admins],
    ]
    const joinedBy = joiner.ok ? joiner.value : []
    const evidence = [
      ...lists.map(([name, sid, list]) => ({
        source: 'local group',
        where: `${name} (${sid})`,
        what: list.ok ? list.value.map(shownName).join(', ') || 'No members.' : list.fault.message,
      })),
      ...joinedBy.map((email) => ({ source: 'registry', where: keys.cloudJoinInfo, what: `Joined by ${email}` })),
    ]
    if (joinedBy.some((email) => sameText(email, account)))
      return { status: 'pass', detail: `${account} joined this PC and may connect.`, evidence }
    const holder = lists.find(([, , list]) => list.ok && list.value.some((member) => isAccount(member, account, asker)))
    if (holder !== undefined) return { status: 'pass', detail: `${account} is a member of ${holder[0]}.`, evidence }
    const unread = lists.filter(([, , list]) => !list.ok).map(([name]) => name)
    if (unread.length > 0)
      return { status: 'unknown', detail: `The members of ${unread.join(' and ')} could not be read.`, evidence }
    const unclear = lists
      .flatMap(([, , list]) => (list.ok ? list.value : []))
      .filter((member) => ['group', 'unreadable'].includes(memberKind(member)))
    if (unclear.length > 0)
      return {
        status: 'unknown',
        detail: `${account} is not listed by name, but may be behind ${[...new Set(unclear.map(shownName))].join(', ')}. ${groupsNote}`,
        evidence,
      }
    return {
      status: 'fail',
      detail: `${account} may not connect: it is in neither Remote Desktop Users nor Administrators. ${groupsNote}`,
      evidence,
      fixes: ['rdp.add-user'],
    }
  },
})
