import { defineCheck, type Judgement } from '../../engine/define-check.ts'
import { isEntraJoined, join, joinedHow, joinWords } from '../../facts/join.ts'
import { fromDsregcmd } from '../evidence.ts'
import { pages } from '../links.ts'

export const securityKeyJoin = defineCheck({
  id: 'security-key.join',
  title: 'Join for security keys',
  why: 'Only a Microsoft Entra joined or hybrid joined PC offers security keys on its sign-in screen.',
  roles: ['client', 'server'],
  tracks: ['security-key'],
  links: [pages.securityKeys, pages.dsregcmd],
  needs: { join },
  judge: ({ join: joined }): Judgement => {
    const { state, azureAdJoined, domainJoined } = joined
    const evidence = [fromDsregcmd(`AzureAdJoined: ${azureAdJoined}, DomainJoined: ${domainJoined}`)]
    if (isEntraJoined(state))
      return {
        status: 'pass',
        detail: `This PC is ${joinWords[state]}.${state === 'hybrid-joined' ? ' After a new hybrid join, sign in with the password once and wait for policy.' : ''}`,
        evidence,
      }
    // Registered or workgroup cannot be told apart without the user, but neither is joined.
    if (azureAdJoined === 'no')
      return {
        status: 'fail',
        detail: `This PC is ${joinedHow(joined)}. Join it to Microsoft Entra ID.`,
        evidence,
      }
    return { status: 'unknown', detail: 'How this PC is joined could not be read.', evidence }
  },
})
