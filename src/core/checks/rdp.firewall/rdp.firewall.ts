import { defineCheck, type Judgement } from '../../engine/define-check.ts'
import { firewall, type NamedRule } from '../../facts/firewall.ts'
import { keys } from '../../facts/keys.ts'
import { defaultRdpPort, rdpPort } from '../../facts/rdp-target.ts'
import { countsForPort } from '../../readers/firewall-rules.ts'
import { notRead } from '../evidence.ts'
import { pages } from '../links.ts'

const shownRule = ({ name, where, rule }: NamedRule) => ({
  source: 'registry',
  where,
  what: `${name}: ${rule.action}${rule.remoteAddresses.length > 0 ? `, only from ${rule.remoteAddresses.join(', ')}` : ''}${rule.profiles.length > 0 ? `, profiles ${rule.profiles.join(', ')}` : ''}`,
})

export const rdpFirewall = defineCheck({
  id: 'rdp.firewall',
  title: 'Firewall',
  why: 'Without a rule for the port, the connection ends before anybody can sign in.',
  roles: ['server'],
  tracks: ['rdp'],
  links: [pages.rdpTroubleshooting],
  needs: { firewall },
  considers: { listener: rdpPort },
  judge: ({ firewall: { offEverywhere, rules, unread } }, { listener }): Judgement => {
    if (offEverywhere)
      return {
        status: 'warn',
        detail:
          'The Windows firewall is off for every network. Nothing blocks Remote Desktop, and nothing protects this PC.',
        evidence: [keys.firewallDomain, keys.firewallPrivate, keys.firewallPublic].map((where) => ({
          source: 'registry',
          where,
          what: 'EnableFirewall = 0',
        })),
      }
    if (!listener.ok)
      return {
        status: 'unknown',
        detail: `The port of Remote Desktop could not be read. ${listener.fault.message}`,
        evidence: notRead('registry', keys.rdpTcp, listener),
      }
    const { port } = listener.value
    const counting = rules.filter(({ rule }) => countsForPort(rule, port))
    const blocking = counting.filter(({ rule }) => rule.action === 'block')
    const allowing = counting.filter(({ rule }) => rule.action === 'allow')
    if (blocking.length > 0)
      return {
        status: 'fail',
        detail: `A firewall rule blocks port ${port}, and a block wins over every rule that allows. Remove or change it.`,
        evidence: blocking.map(shownRule),
      }
    if (unread.length > 0)
      return {
        status: 'unknown',
        detail: 'Not all firewall rules could be read, and one of the others may block Remote Desktop or let it in.',
        evidence: unread.flatMap(({ where, answer }) => notRead('registry', where, answer)),
      }
    if (allowing.length === 0)
      return {
        status: 'fail',
        detail: `No active firewall rule lets connections to port ${port} in.${port === defaultRdpPort ? '' : ` The built-in rules are for port ${defaultRdpPort}: port ${port} needs a rule of its own.`}`,
        evidence: [
          {
            source: 'registry',
            where: keys.firewallRules,
            what: `${rules.length} rules, none that allows port ${port}`,
          },
        ],
        fixes: ['rdp.allow-firewall'],
      }
    const evidence = allowing.map(shownRule)
    return allowing.every(({ rule }) => rule.remoteAddresses.length > 0)
      ? {
          status: 'warn',
          detail:
            'The firewall lets Remote Desktop in from some addresses only. The connecting PC must have one of them.',
          evidence,
        }
      : { status: 'pass', detail: `The firewall lets connections to port ${port} in.`, evidence }
  },
})
