import type { EndState } from './end-state.ts'

/** How an end differs from one that is ready; `not` names findings by how they stand, `!` where one click cures it. */
export interface Different extends Partial<Omit<EndState, 'findings' | 'fingerprints'>> {
  readonly not?: Readonly<Record<string, 'warn' | 'unknown' | 'fail' | 'fail!'>>
  readonly prints?: Partial<EndState['fingerprints']>
}

const web: Different = { path: 'web' }
const keys: Different = { track: 'security-key', path: 'web' }
const unnamed: Different = { accountNamed: false, prints: { account: null } }
const tenantless = { tenant: null, account: null, device: null, known: [] } as const
const fabrikam = { tenant: 'FABR1KAM00', account: 'FAB000', device: 'FAB111', known: [] } as const
const off: Different = { verdict: 'fixable', pku2u: 'off', not: { 'pku2u.setting': 'fail!' } }
const managed: Different = {
  verdict: 'managed',
  pku2u: 'off',
  not: { 'pku2u.setting': 'fail!', 'pku2u.owner': 'fail' },
}
const action = (id: string): Different => ({ verdict: 'action', not: { [id]: 'fail' } })
const fixable = (id: string): Different => ({ verdict: 'fixable', not: { [id]: 'fail!' } })
const open = (...ids: readonly string[]): Different => ({
  verdict: 'unknown',
  not: Object.fromEntries(ids.map((id) => [id, 'unknown'])),
})
const accountOpen: Different = { accountNamed: false, not: { 'account.identity': 'warn' } }

/** The ends of the truth table by name. */
export const truthEnds = {
  ready: {},
  'ready, with warnings': { not: { 'certificate.p2p-device': 'warn', 'restart.pending': 'warn' } },
  'registered, holds the account': { join: 'entra-registered' },
  'no account named': unnamed,
  'no account named, holds it': { ...accountOpen, prints: { account: null } },
  'no account named, holds none': { ...accountOpen, prints: { account: null, known: [] } },
  'no account named, holds another': {
    ...accountOpen,
    prints: { account: null, known: [{ tenant: 'C0NT0S0000', account: 'MEGAN0' }] },
  },
  'no account named, one unreadable': {
    ...accountOpen,
    prints: { account: null, known: [{ tenant: 'C0NT0S0000', account: null }], knownAll: false },
  },
  'for this server': { prints: { peer: 'SRV600' } },
  'for another server': { prints: { peer: 'OTHER0' } },
  'for another account': { prints: { account: 'MEGAN0' } },
  'account not comparable': { prints: { account: null } },
  'the same PC': { prints: { device: 'CLI417' } },
  'checked as client': { role: 'client' },
  'checked as server': { role: 'server', prints: { known: [] } },
  'of another tenant': { prints: fabrikam },
  'of another tenant, off': { ...off, prints: fabrikam },
  'tenant not known': { prints: tenantless },
  'PKU2U off': off,
  'PKU2U not set, hybrid': {
    verdict: 'fixable',
    join: 'hybrid-joined',
    pku2u: 'not-set',
    not: { 'pku2u.setting': 'warn' },
  },
  'PKU2U not set, Windows Server': { ...off, isServer: true, pku2u: 'not-set' },
  'PKU2U of a wrong type': { ...off, pku2u: 'invalid' },
  'Group Policy holds 0': { ...managed, owner: 'group-policy' },
  'Intune holds 0': { ...managed, owner: 'mdm' },
  'restart advised': { verdict: 'restart', restartDue: true, not: { 'pku2u.restart': 'warn' } },
  'restart needed': { verdict: 'restart', restartDue: true, not: { 'pku2u.restart': 'fail' } },
  'account missing': { ...action('account.identity'), prints: { known: [] } },
  'no room for the account': action('account.work-accounts'),
  'only joined to a domain': { ...action('join.state'), join: 'domain-joined', prints: tenantless },
  workgroup: { ...action('join.state'), join: 'workgroup', prints: tenantless },
  'disabled in the cloud': { ...action('join.device-auth'), deviceAuth: 'disabled-or-deleted' },
  'Windows too old': { verdict: 'unsupported', build: 10586, not: { 'os.supported': 'fail' } },
  'Home edition': { verdict: 'unsupported', not: { 'os.supported': 'fail', 'rdp.enabled': 'fail!' } },
  'Credential Guard required': action('rdp.credential-guard'),
  'server silent': action('network.target'),
  'Remote Desktop off': fixable('rdp.enabled'),
  'firewall closed': fixable('rdp.firewall'),
  'not a member': fixable('rdp.membership'),
  'services disabled': action('rdp.service'),
  'services disabled, Remote Desktop off': {
    verdict: 'action',
    not: { 'rdp.enabled': 'fail!', 'rdp.service': 'fail' },
  },
  'nothing read': open('join.state', 'pku2u.setting'),
  'asked as another': open('context.user'),
  'server not probed': open('network.target'),
  'members not read': open('rdp.membership'),
  'web: ready': web,
  'web: PKU2U off': { ...web, pku2u: 'off' },
  'web: workgroup': { ...web, ...unnamed, join: 'workgroup', prints: tenantless },
  'web: of another tenant': { ...web, prints: fabrikam },
  'web: Windows too old': { ...web, ...action('rdp.web-account') },
  'keys: ready': keys,
  'keys: for PKU2U': { ...keys, path: 'pku2u' },
  'keys: not offered': { ...keys, ...fixable('security-key.sign-in') },
  'keys: no domain controller': { ...keys, ...action('security-key.dc-keylist') },
  'keys: Windows Server': { ...keys, verdict: 'unsupported', isServer: true, not: { 'security-key.scenario': 'fail' } },
} as const satisfies Record<string, Different>
