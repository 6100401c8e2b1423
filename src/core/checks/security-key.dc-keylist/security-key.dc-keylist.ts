import { defineCheck, type Judgement } from '../../engine/define-check.ts'
import { anyDomainController, keyListAbility, keyListDomainController } from '../../facts/domain-controller.ts'
import { shownNltest } from '../domain.controller/domain.controller.ts'
import { pages } from '../links.ts'

const patches =
  'Update Windows Server 2016 (KB4534307) or 2019 (KB4534321) controllers, at least one writable one in each site.'

export const securityKeyDcKeylist = defineCheck({
  id: 'security-key.dc-keylist',
  title: 'A domain controller completes the ticket',
  why: 'Microsoft Entra ID gives out half a ticket. Only an updated, writable domain controller turns it into a full one.',
  roles: ['client', 'server'],
  tracks: ['security-key'],
  links: [pages.securityKeys],
  needs: {},
  considers: { ability: keyListAbility, any: anyDomainController, able: keyListDomainController },
  judge: (_facts, { ability, any, able }): Judgement => {
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
        detail:
          ability.fault.code === 'not-asked'
            ? 'No domain to ask about is known. Name the on-premises domain.'
            : 'Whether a domain controller has the ability could not be read.',
        evidence,
      }
    const { keyList, writable, dc } = ability.value
    if (keyList === 'no')
      return { status: 'fail', detail: `No domain controller with the ability answered. ${patches}`, evidence }
    if (keyList === 'unknown')
      return {
        status: 'unknown',
        detail: 'No domain controller answered, so nothing is known about their abilities.',
        evidence,
      }
    return writable === 'no'
      ? { status: 'warn', detail: `${dc ?? 'The controller'} has the ability but is read-only. ${patches}`, evidence }
      : { status: 'pass', detail: `${dc ?? 'A domain controller'} has the ability.`, evidence }
  },
})
