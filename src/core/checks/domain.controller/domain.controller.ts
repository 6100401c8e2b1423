import { defineCheck, type Judgement } from '../../engine/define-check.ts'
import { anyDomainController, keyListDomainController } from '../../facts/domain-controller.ts'
import { isOnDomain, join, joinedHow } from '../../facts/join.ts'
import type { Nltest } from '../../readers/nltest.ts'
import { pages } from '../links.ts'

const accessDenied = 5

export const shownNltest = ({ dc, status, flags }: Nltest): string =>
  [
    dc === null ? null : `DC ${dc}`,
    status === null ? null : `status ${status.code}${status.name === null ? '' : ` ${status.name}`}`,
    flags === null ? null : `flags ${flags.join(' ')}`,
  ]
    .filter((part) => part !== null)
    .join(', ')

export const domainController = defineCheck({
  id: 'domain.controller',
  title: 'Domain controller',
  why: 'A PC in an on-premises domain needs a domain controller for tickets, policy and trust. Away from the office it may have none.',
  roles: ['client', 'server'],
  tracks: ['rdp', 'security-key'],
  links: [pages.securityKeys],
  needs: { join },
  considers: { any: anyDomainController, keyList: keyListDomainController },
  judge: ({ join: joined }, { any, keyList }, { intent }): Judgement => {
    const evidence = (
      [
        ['nltest /dsgetdc', any],
        ['nltest /dsgetdc /keylist /kdc', keyList],
      ] as const
    ).map(([where, found]) => ({
      source: 'nltest',
      where,
      what: found.ok ? shownNltest(found.value) : found.fault.message,
    }))
    const onDomain = isOnDomain(joined)
    if (onDomain === 'unknown') return { status: 'unknown', detail: 'How this PC is joined is not known.', evidence }
    if (onDomain === 'no') return { status: 'not-applicable', detail: `This PC is ${joinedHow(joined)}.`, evidence: [] }
    const code = any.ok ? (any.value.status?.code ?? null) : null
    // Asked for a special ability, "none found" may still leave ordinary controllers: only the plain question says no.
    const saysNone = any.ok && !any.value.found && code !== null && code !== 0 && code !== accessDenied
    const found = [any, keyList].find((answer) => answer.ok && answer.value.found)
    const name = found?.ok === true ? (found.value.dc ?? 'A domain controller') : null
    if (name !== null && !saysNone) return { status: 'pass', detail: `${name} answered.`, evidence }
    if (!saysNone)
      return { status: 'unknown', detail: 'Whether a domain controller answers could not be read.', evidence }
    const seen =
      name === null
        ? `No domain controller answered (${code}).`
        : `Windows found no domain controller (${code}), though ${name} answered another question: the way to it comes and goes.`
    return {
      status: intent.track === 'security-key' ? 'fail' : 'warn',
      detail: `${seen} Connect to the company network or the VPN, then check again.`,
      evidence,
    }
  },
})
