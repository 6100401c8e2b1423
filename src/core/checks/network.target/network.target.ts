import { defineCheck, type Judgement } from '../../engine/define-check.ts'
import { probedTarget } from '../../facts/target.ts'
import type { RdpProbe } from '../../readers/rdp-probe.ts'
import { notRead } from '../evidence.ts'
import { pages } from '../links.ts'

type Protocol = RdpProbe['accepted'][number]

const ofPath: Readonly<Record<'pku2u' | 'web', readonly Protocol[]>> = {
  pku2u: ['HYBRID', 'HYBRID_EX'],
  web: ['RDSAAD'],
}

const unreachable: Readonly<Record<Exclude<RdpProbe['outcome'], 'ok'>, string>> = {
  'no-name': 'Its name does not resolve. Check the name and DNS.',
  refused: 'It refuses connections on this port. Remote Desktop may be off there.',
  timeout: 'It did not answer. Check the network, the VPN and the firewall in between.',
  'not-rdp': 'Something answers on this port, but it is not Remote Desktop.',
}

const offersAny = (requested: readonly Protocol[], wanted: readonly Protocol[]): boolean =>
  requested.some((protocol) => wanted.includes(protocol))

export const networkTarget = defineCheck({
  id: 'network.target',
  title: 'The other PC answers',
  why: 'The name must resolve, the port must be open, and the listener must speak the protocol of the chosen path.',
  roles: ['client'],
  tracks: ['rdp', 'security-key'],
  links: [pages.rdpNegotiation, pages.rdpTroubleshooting],
  needs: {},
  considers: { probe: probedTarget },
  judge: (_facts, { probe }, { intent }): Judgement => {
    if (!probe.ok)
      return { status: 'unknown', detail: probe.fault.message, evidence: notRead('input', 'probe.json', probe) }
    const answer = probe.value
    if (answer === null)
      return intent.peer === null
        ? { status: 'not-applicable', detail: 'No other PC was named.', evidence: [] }
        : {
            status: 'unknown',
            detail: `${intent.peer} was not probed, so nothing is known about the way to it.`,
            evidence: [{ source: 'case', where: 'other PC', what: `${intent.peer}: not probed` }],
          }
    const evidence = [
      {
        source: 'probe',
        where: `${answer.target}:${answer.port}`,
        what: `${answer.outcome}; resolved ${answer.resolved.join(', ') || 'nothing'}; accepted ${answer.accepted.join(', ') || 'nothing'}`,
      },
      ...answer.tried.map(({ requested, selected, failure }) => ({
        source: 'probe',
        where: `offered ${requested.join(', ') || 'RDP'}`,
        what: failure === null ? `selected ${selected ?? 'nothing'}` : `failure ${failure.code} ${failure.name}`,
      })),
    ]
    if (answer.outcome !== 'ok')
      return { status: 'fail', detail: `${answer.target}: ${unreachable[answer.outcome]}`, evidence }
    const wanted = ofPath[intent.path]
    if (
      offersAny(answer.accepted, wanted) ||
      answer.tried.some(({ selected }) => selected !== null && wanted.includes(selected))
    )
      return { status: 'pass', detail: `${answer.target} answers and speaks the protocol of this path.`, evidence }
    const refusal = answer.tried.find(({ requested, failure }) => failure !== null && offersAny(requested, wanted))
    if (refusal?.failure)
      return {
        status: 'fail',
        detail: `${answer.target} refuses the protocol of this path (${refusal.failure.name}).`,
        evidence,
      }
    const withoutNla = answer.tried.some(
      ({ requested, selected }) => offersAny(requested, ofPath.pku2u) && (selected === 'SSL' || selected === 'RDP'),
    )
    return withoutNla
      ? { status: 'warn', detail: `${answer.target} does not ask for Network Level Authentication.`, evidence }
      : {
          status: 'unknown',
          detail: `${answer.target} answers; whether it speaks the protocol of this path was not seen.`,
          evidence,
        }
  },
})
