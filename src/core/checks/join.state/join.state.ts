import type { Track } from '../../../shared/intent.ts'
import { defineCheck, type Judgement } from '../../engine/define-check.ts'
import { askingUser } from '../../facts/asking-user.ts'
import { dsregcmd } from '../../facts/dsregcmd.ts'
import { isEntraJoined, type Join, join, joinedHow, joinWords, onDomainOnly } from '../../facts/join.ts'
import { joinHints } from '../../facts/join-hints.ts'
import { keys } from '../../facts/keys.ts'
import { workAccounts } from '../../facts/work-accounts.ts'
import { fromDsregcmd, notRead } from '../evidence.ts'
import { pages } from '../links.ts'

const addAccount = 'Add the work account under Settings › Accounts › Email & accounts › Add a work or school account.'

const wants: Readonly<Record<Track, string>> = {
  rdp: 'Only a Microsoft Entra joined or hybrid joined PC takes Microsoft Entra accounts over Remote Desktop.',
  'security-key': 'A security key signs in only on a Microsoft Entra joined or hybrid joined PC.',
}

const judgeServer = (joined: Join, track: Track): Pick<Judgement, 'status' | 'detail'> => {
  if (isEntraJoined(joined.state)) return { status: 'pass', detail: `This PC is ${joinWords[joined.state]}.` }
  // Whoever asked: a device that is not joined is no target.
  if (joined.azureAdJoined !== 'no') return { status: 'unknown', detail: 'How this PC is joined could not be read.' }
  return {
    status: 'fail',
    detail: `This PC is ${joinedHow(joined)}. ${wants[track]}`,
  }
}

export const joinState = defineCheck({
  id: 'join.state',
  title: 'Join to Microsoft Entra ID',
  why: 'Both PCs must belong to the same Microsoft Entra tenant. The connecting PC may be joined, hybrid joined, or hold the work account.',
  roles: ['client', 'server'],
  tracks: ['rdp', 'security-key'],
  links: [pages.remoteEntraPc, pages.dsregcmd, pages.devolutions],
  needs: {},
  considers: { join, status: dsregcmd, user: askingUser, accounts: workAccounts, hints: joinHints },
  judge: (_facts, results, { intent }): Judgement => {
    const hints = results.hints.ok ? results.hints.value : []
    if (!results.join.ok || !results.status.ok)
      return {
        status: 'unknown',
        detail:
          'How this PC is joined could not be read. Traces in the registry are shown as a hint, not as the answer.',
        evidence: [...notRead('dsregcmd', 'dsregcmd /status', results.join), ...hints],
      }
    const { state, azureAdJoined, domainJoined } = results.join.value
    const printed = results.status.value
    const evidence = [
      fromDsregcmd(
        `AzureAdJoined: ${azureAdJoined}, EnterpriseJoined: ${printed.enterpriseJoined}, DomainJoined: ${domainJoined}, WorkplaceJoined: ${printed.workplaceJoined}`,
      ),
      ...(state === 'unknown' ? hints : []),
    ]
    if (intent.role === 'server') return { ...judgeServer(results.join.value, intent.track), evidence }
    if (isEntraJoined(state)) return { status: 'pass', detail: `This PC is ${joinWords[state]}.`, evidence }
    if (azureAdJoined === 'no' && !(results.user.ok && results.user.value.asSessionUser === 'yes'))
      return {
        status: 'unknown',
        detail: 'This PC is not joined itself, and whether the user holds a work account is only known to that user.',
        evidence,
      }
    if (state === 'entra-registered')
      return { status: 'pass', detail: 'The signed-in user holds a work account on this PC.', evidence }
    if (state === 'unknown') return { status: 'unknown', detail: 'How this PC is joined could not be read.', evidence }
    if (intent.path === 'web')
      return { status: 'pass', detail: `This PC is ${joinWords[state]}. The web account path takes any PC.`, evidence }
    if (onDomainOnly(state)) {
      const used = results.accounts.ok ? results.accounts.value.used : null
      if (used === null)
        return { status: 'unknown', detail: 'Whether the user holds a work account could not be read.', evidence }
      if (used > 0)
        return {
          status: 'pass',
          detail: `This PC is ${joinWords[state]}, and the signed-in user holds a work account.`,
          evidence: [
            ...evidence,
            { source: 'registry', where: keys.workplaceJoinInfo, what: `Work accounts: ${used}` },
          ],
        }
    }
    return {
      status: 'fail',
      detail:
        intent.track === 'security-key'
          ? `This PC is ${joinWords[state]}. ${wants[intent.track]}`
          : `This PC is ${joinWords[state]}, so it has nothing that the other PC could trust. ${addAccount}`,
      evidence,
    }
  },
})
