import { webNameHint } from '../../../shared/target-name.ts'
import { pathAnswer } from '../../../shared/target-probe.ts'
import { targetText } from '../../../shared/target-words.ts'
import { defineCheck, type Judgement } from '../../engine/define-check.ts'
import { probedTarget } from '../../facts/target.ts'
import { notRead } from '../evidence.ts'
import { pages } from '../links.ts'

const statuses = {
  unreachable: 'fail',
  selected: 'pass',
  refused: 'fail',
  'without-nla': 'warn',
  'not-seen': 'unknown',
} as const

export const networkTarget = defineCheck({
  id: 'network.target',
  title: 'Other PC on the network',
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
    const hint = intent.path === 'web' ? ` ${webNameHint(answer.target)}` : ''
    return {
      status: statuses[pathAnswer(answer, intent.path).state],
      detail: `${targetText(answer, intent.path)}${hint}`,
      evidence,
    }
  },
})
