import type { CheckId, Status } from '../../shared/report.ts'
import type { EndFinding } from '../pair/end-state.ts'

/**
 * A finding stands in a code at the place of its check here. New checks come at the end: older codes then say nothing
 * about them, and an older program leaves them out.
 */
export const codedChecks: readonly CheckId[] = [
  'context.user',
  'os.supported',
  'join.state',
  'join.device-auth',
  'pku2u.setting',
  'pku2u.owner',
  'pku2u.restart',
  'restart.pending',
  'account.identity',
  'account.work-accounts',
  'rdp.enabled',
  'rdp.nla',
  'rdp.service',
  'rdp.firewall',
  'rdp.port',
  'rdp.membership',
  'rdp.credential-guard',
  'rdp.web-account',
  'certificate.p2p-device',
  'network.target',
  'domain.controller',
  'domain.secure-channel',
  'security-key.scenario',
  'security-key.os',
  'security-key.join',
  'security-key.sign-in',
  'security-key.dc-keylist',
  'security-key.encryption',
  'security-key.ntlm-override',
  'security-key.cloud-tgt',
  'security-key.kerberos-server',
]

/** What a code says about a check; `…!` has a fix of this product. */
export const marks = ['-', 'pass', 'warn', 'unknown', 'fail', 'fail!', 'warn!'] as const
export type Mark = (typeof marks)[number]

const markOf = ({ status, oneClick }: EndFinding): Mark =>
  oneClick && (status === 'fail' || status === 'warn') ? `${status}!` : status

export const marksOf = (findings: readonly EndFinding[]): readonly Mark[] =>
  codedChecks.map((id) => {
    const finding = findings.find((each) => each.id === id)
    return finding === undefined ? '-' : markOf(finding)
  })

export const findingsOf = (coded: readonly Mark[]): readonly EndFinding[] =>
  coded.flatMap((mark, at) => {
    const id = codedChecks[at]
    const status = mark.replace('!', '') as Exclude<Status, 'not-applicable'> | '-'
    return id === undefined || status === '-' ? [] : [{ id, status, oneClick: mark.endsWith('!') }]
  })
