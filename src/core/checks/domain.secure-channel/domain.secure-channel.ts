import type { Result } from '../../../shared/result.ts'
import { defineCheck, type Judgement } from '../../engine/define-check.ts'
import { secureChannelState } from '../../facts/domain-controller.ts'
import { isOnDomain, join, joinedHow } from '../../facts/join.ts'
import type { Nltest } from '../../readers/nltest.ts'
import { shownNltest } from '../domain.controller/domain.controller.ts'
import { pages } from '../links.ts'

const accessDenied = 5
/** No logon servers, no such domain, the server is unavailable: nobody was there to confirm the trust. */
const nobodyAnswered = [1311, 1355, 1722]

/** Without an administrator's rights it is not asked at all, or refused. */
const wantsRights = (channel: Result<Nltest>): boolean =>
  channel.ok ? channel.value.status?.code === accessDenied : ['not-asked', 'denied'].includes(channel.fault.code)

export const domainSecureChannel = defineCheck({
  id: 'domain.secure-channel',
  title: 'Trust with the domain',
  why: 'Without a working secure channel the domain cannot confirm who is signing in. nltest ends with “completed successfully” even then.',
  roles: ['client', 'server'],
  tracks: ['rdp', 'security-key'],
  links: [pages.rdpTroubleshooting],
  needs: { join },
  considers: { channel: secureChannelState },
  judge: ({ join: joined }, { channel }, { intent }): Judgement => {
    const evidence = [
      {
        source: 'nltest',
        where: 'nltest /sc_verify',
        what: channel.ok ? shownNltest(channel.value) : channel.fault.message,
      },
    ]
    const onDomain = isOnDomain(joined)
    if (onDomain === 'unknown') return { status: 'unknown', detail: 'How this PC is joined is not known.', evidence }
    if (onDomain === 'no') return { status: 'not-applicable', detail: `This PC is ${joinedHow(joined)}.`, evidence: [] }
    const code = channel.ok ? (channel.value.status?.code ?? null) : null
    if (code === null || code === accessDenied)
      return {
        status: 'unknown',
        detail: `The trust with the domain could not be tested.${wantsRights(channel) ? ' Only an administrator may ask for it.' : ''}`,
        evidence,
      }
    if (code === 0) return { status: 'pass', detail: 'The domain confirmed the trust.', evidence }
    return {
      status: intent.track === 'security-key' ? 'fail' : 'warn',
      detail: nobodyAnswered.includes(code)
        ? `The domain could not confirm the trust, because no domain controller answered (${code}). Connect to the company network or the VPN, then check again. If it stays, repair the trust with an administrator of the domain.`
        : `The trust between this PC and its domain is broken (${code}). Repair it with an administrator of the domain.`,
      evidence,
    }
  },
})
