import { defineCheck, type Judgement } from '../../engine/define-check.ts'
import { askingUser } from '../../facts/asking-user.ts'
import { join } from '../../facts/join.ts'
import { keys } from '../../facts/keys.ts'
import { cannotBeSignedIn, signedInAs } from '../../facts/signed-in.ts'
import { dword } from '../../facts/values.ts'
import { holds, mostWorkAccounts, workAccounts } from '../../facts/work-accounts.ts'
import { workplaceJoinPolicy } from '../../facts/workplace-join-policy.ts'
import { notForWebAccount } from '../account.identity/account.identity.ts'
import { pages } from '../links.ts'

export const accountWorkAccounts = defineCheck({
  id: 'account.work-accounts',
  title: 'Places for work accounts',
  why: 'Windows keeps at most three work accounts for a user, and a policy can forbid adding one.',
  roles: ['client'],
  tracks: ['rdp'],
  links: [pages.deviceFaq, pages.devolutions],
  notFor: notForWebAccount,
  needs: { user: askingUser, accounts: workAccounts },
  considers: { join, policy: workplaceJoinPolicy },
  judge: ({ user, accounts }, { join: joined, policy }, { intent }): Judgement => {
    const blocked = policy.ok ? dword(policy.value) === 1 : null
    const full = accounts.used >= mostWorkAccounts
    const evidence = [
      {
        source: 'registry',
        where: keys.workplaceJoinInfo,
        what: `${accounts.isCounted ? '' : 'At least '}${accounts.used} of ${mostWorkAccounts} in use: ${accounts.accounts.map(({ email }) => email ?? 'no readable address').join(', ') || 'none'}`,
      },
      {
        source: 'registry',
        where: keys.workplaceJoinPolicy,
        what: policy.ok ? `BlockAADWorkplaceJoin is ${blocked === true ? '1' : 'not 1'}` : policy.fault.message,
      },
    ]
    const needed = ((): boolean | null => {
      if (intent.account === null) return false
      const held = holds(accounts, intent.account)
      const signedIn = signedInAs(user, intent.account)
      if (held === 'yes' || signedIn === 'yes') return false
      const isNotSignedIn = signedIn === 'no' || (joined.ok && cannotBeSignedIn(joined.value))
      return held === 'no' && isNotSignedIn ? true : null
    })()
    if (needed === true && full)
      return {
        status: 'fail',
        detail: `All ${mostWorkAccounts} places for work accounts are taken, none by ${intent.account}. Remove an account under Settings › Accounts › Access work or school, then add this one.`,
        evidence,
      }
    if (needed === true && blocked === true)
      return {
        status: 'fail',
        detail: `A policy forbids adding work accounts here, and ${intent.account} is not among those the user has. Ask its owner to allow it.`,
        evidence,
      }
    if (full)
      return {
        status: 'warn',
        detail: `All ${mostWorkAccounts} places for work accounts are taken. No further one can be added.`,
        evidence,
      }
    if (!accounts.isCounted)
      return { status: 'unknown', detail: 'How many work accounts the user has could not be read.', evidence }
    if (needed !== false && blocked !== false)
      return { status: 'unknown', detail: 'Whether the account can be added could not be read.', evidence }
    return {
      status: 'pass',
      detail:
        needed === true
          ? `There is room to add ${intent.account}.`
          : `${accounts.used} of ${mostWorkAccounts} places ${accounts.used === 1 ? 'is' : 'are'} taken.`,
      evidence,
    }
  },
})
