import type { Intent } from '../../../shared/intent.ts'
import { defineCheck, type Judgement } from '../../engine/define-check.ts'
import { askingUser } from '../../facts/asking-user.ts'
import { dsregcmd } from '../../facts/dsregcmd.ts'
import { keys } from '../../facts/keys.ts'
import { isEntraSid, signedInAs } from '../../facts/signed-in.ts'
import { holds, workAccounts } from '../../facts/work-accounts.ts'
import { pages } from '../links.ts'

export const notForWebAccount = ({ path }: Intent): string | null =>
  path === 'web' ? 'The web account path asks for the account when it connects.' : null

const add = 'Add it under Settings › Accounts › Email & accounts › Add a work or school account.'

export const accountIdentity = defineCheck({
  id: 'account.identity',
  title: 'Work account',
  why: 'The other PC trusts the Microsoft Entra account that this user is signed in with or has added. No other account can be proven.',
  roles: ['client'],
  tracks: ['rdp'],
  links: [pages.devolutions, pages.remoteEntraPc],
  notFor: notForWebAccount,
  needs: { user: askingUser },
  considers: { accounts: workAccounts, status: dsregcmd },
  judge: ({ user }, { accounts, status }, { intent }): Judgement => {
    const prt = status.ok ? status.value.sso.azureAdPrt : 'unknown'
    const held = accounts.ok ? accounts.value.accounts : []
    const evidence = [
      {
        source: 'machine',
        where: 'signed-in user',
        what: `${user.name ?? 'not known'}, UPN ${user.upn ?? 'not known'}, SID ${user.sid ?? 'not known'}`,
      },
      {
        source: 'registry',
        where: keys.workplaceJoinInfo,
        what: accounts.ok
          ? `Work accounts: ${held.map(({ email }) => email ?? 'one without a readable address').join(', ') || 'none'}`
          : accounts.fault.message,
      },
    ]
    if (user.asSessionUser !== 'yes')
      return {
        status: 'unknown',
        detail: 'This was not asked as the signed-in user, so that user’s accounts are not known.',
        evidence,
      }
    const { account } = intent
    if (account === null) {
      if (isEntraSid(user.sid) || prt === 'yes' || (accounts.ok && accounts.value.used > 0))
        return {
          status: 'warn',
          detail:
            'The user has a Microsoft Entra account here. Name the account of the connection to check that it is the right one.',
          evidence,
        }
      if (!accounts.ok || prt === 'unknown')
        return {
          status: 'unknown',
          detail: 'Whether the user has a Microsoft Entra account here could not be read.',
          evidence,
        }
      return { status: 'fail', detail: `The user has no Microsoft Entra account here. ${add}`, evidence }
    }
    const signedIn = signedInAs(user, account)
    if (signedIn === 'yes')
      return { status: 'pass', detail: `The user is signed in to Windows as ${account}.`, evidence }
    const isHeld = accounts.ok ? holds(accounts.value, account) : 'unknown'
    if (isHeld === 'yes') return { status: 'pass', detail: `The user holds ${account} as a work account.`, evidence }
    if (signedIn === 'unknown' || isHeld === 'unknown')
      return {
        status: 'unknown',
        detail:
          signedIn === 'unknown'
            ? `${account} is not among the work accounts that could be read, and which account the user signed in with is not known.`
            : 'The user’s work accounts could not all be read.',
        evidence,
      }
    return {
      status: 'fail',
      detail: `The user is neither signed in as ${account} nor holds it as a work account. ${add}`,
      evidence,
    }
  },
})
