import { defineCheck, type Judgement } from '../../engine/define-check.ts'
import {
  anyDomainController,
  type KeyListAbility,
  keyListAbility,
  keyListDomainController,
} from '../../facts/domain-controller.ts'
import { sameText } from '../../facts/values.ts'
import { shownNltest } from '../domain.controller/domain.controller.ts'
import { pages } from '../links.ts'

const patches =
  'Windows Server 2016 needs KB4534307 or a later update, 2019 needs KB4534321 or a later one, on at least one writable controller in each site.'

const notAsked = (domain: string | null): string =>
  domain === null
    ? 'No domain to ask about is known. Name the on-premises domain.'
    : `No domain controller of ${domain} was asked. Check this PC again with that domain named.`

const notKnown = 'Whether a domain controller can complete the ticket could not be read.'

/** One able controller serves its site; a sign-in from another site has to reach across. */
const siteHint = ({ dcSite, clientSite }: KeyListAbility): string =>
  dcSite !== null && clientSite !== null && !sameText(dcSite, clientSite)
    ? ` It is in the site ${dcSite}, this PC in ${clientSite}: give ${clientSite} a writable controller that can do it, too.`
    : ''

export const securityKeyDcKeylist = defineCheck({
  id: 'security-key.dc-keylist',
  title: 'Domain controller for security keys',
  why: 'Microsoft Entra ID gives out half a ticket. Only an updated, writable domain controller turns it into a full one.',
  roles: ['client', 'server'],
  tracks: ['security-key'],
  links: [pages.securityKeys],
  needs: {},
  considers: { ability: keyListAbility, any: anyDomainController, able: keyListDomainController },
  judge: (_facts, { ability, any, able }, { intent }): Judgement => {
    const evidence = (
      [
        ['nltest /dsgetdc', any],
        ['nltest /dsgetdc /keylist /kdc', able],
      ] as const
    ).map(([where, found]) => ({
      source: 'nltest',
      where,
      what: found.ok ? shownNltest(found.value) : found.fault.message,
    }))
    if (!ability.ok)
      return {
        status: 'unknown',
        detail: ability.fault.code === 'not-asked' ? notAsked(intent.domain) : notKnown,
        evidence,
      }
    const { keyList, writable, dc, plainDc, anyAnswers } = ability.value
    if (keyList === 'no')
      return {
        status: 'fail',
        detail: `${plainDc ?? dc ?? 'A domain controller'} answers, but no controller that can complete the ticket does. ${patches}`,
        evidence,
      }
    if (keyList === 'unknown')
      return {
        status: 'unknown',
        detail:
          anyAnswers === 'no'
            ? 'No domain controller answered at all, so whether one can complete the ticket is not known. Connect to the company network or the VPN, then check again.'
            : notKnown,
        evidence,
      }
    const name = dc ?? 'A domain controller'
    return writable === 'no'
      ? {
          status: 'warn',
          detail: `${name} can complete the ticket but is read-only; the sign-in wants a writable one. ${patches}`,
          evidence,
        }
      : { status: 'pass', detail: `${name} can complete the ticket.${siteHint(ability.value)}`, evidence }
  },
})
