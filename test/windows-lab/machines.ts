import { keys } from '../../src/core/facts/keys.ts'
import { adele } from '../../src/core/simulated/machine-story.ts'
import { build, domainAdmin, inWindows1252, type LabMachine } from './lab-machine.ts'

const account = adele.upn
const gpo = 'CIS Level 1 - Member Servers'
const unElevated = { 'policy-result': 'denied' } as const
/** Nobody could tell a domain to ask about. */
const nltestNotAsked = {
  'nltest-dsgetdc': 'not-asked',
  'nltest-dsgetdc-keylist': 'not-asked',
  'nltest-sc-verify': 'not-asked',
} as const
const hybridClient = { state: 'hybrid-joined', hostName: 'PC-0522', joinedBy: null, user: domainAdmin } as const

export const labMachines: readonly LabMachine[] = [
  {
    name: 'entra-client-ready',
    machine: build({ hostName: 'PC-0417' }),
    intent: { account },
    expected: {
      exitCode: 0,
      state: 'ready',
      findings: { 'context.user': 'pass', 'join.state': 'pass', 'pku2u.setting': 'pass', 'account.identity': 'pass' },
      gaps: unElevated,
    },
  },
  {
    name: 'client-value-off',
    machine: build({ hostName: 'PC-0419', allowOnlineId: 0, user: { elevated: true } }),
    intent: { account },
    expected: {
      exitCode: 3,
      state: 'fixable',
      findings: { 'pku2u.setting': 'fail', 'pku2u.owner': 'pass' },
      gaps: {},
    },
  },
  {
    name: 'client-not-set',
    machine: build({ hostName: 'PC-0418', allowOnlineId: null }),
    intent: { account },
    expected: { exitCode: 4, state: 'ready', findings: { 'pku2u.setting': 'warn' }, gaps: unElevated },
  },
  {
    name: 'hybrid-server-off-by-gpo',
    machine: build({
      hostName: 'SRV-RDS01',
      state: 'hybrid-joined',
      server: true,
      allowOnlineId: 0,
      blockedByGpo: gpo,
      remoteDesktopOn: true,
      remoteDesktopUsers: [{ sid: adele.sid, name: `AzureAD\\${account}` }],
      user: domainAdmin,
    }),
    intent: { role: 'server', account },
    expected: {
      exitCode: 6,
      state: 'managed',
      findings: {
        'pku2u.setting': 'fail',
        'pku2u.owner': 'fail',
        'rdp.firewall': 'pass',
        'rdp.membership': 'pass',
        'domain.controller': 'pass',
        'domain.secure-channel': 'pass',
      },
      gaps: {},
    },
  },
  {
    name: 'domain-only-dsregcmd-knows',
    machine: build({
      ...hybridClient,
      user: { ...domainAdmin, elevated: false },
      keys: { [keys.tcpip]: { values: { Domain: ['REG_SZ', ''] } } },
    }),
    intent: { account: domainAdmin.upn },
    expected: {
      exitCode: 4,
      state: 'ready',
      findings: { 'join.state': 'pass', 'domain.controller': 'pass', 'domain.secure-channel': 'unknown' },
      gaps: { ...unElevated, 'nltest-sc-verify': 'not-asked' },
    },
  },
  {
    name: 'access-denied',
    machine: build({ hostName: 'PC-0440', keys: { [keys.pku2u]: { error: 'access-denied' } } }),
    intent: { account },
    expected: {
      exitCode: 7,
      state: 'unknown',
      findings: { 'pku2u.setting': 'unknown', 'join.state': 'pass' },
      gaps: { ...unElevated, [`registry:${keys.pku2u}`]: 'denied' },
    },
  },
  {
    name: 'hung-nltest',
    machine: build({ ...hybridClient, outcomes: { 'nltest-dsgetdc': 'timeout', 'nltest-dsgetdc-keylist': 'timeout' } }),
    intent: { account: domainAdmin.upn },
    expected: {
      exitCode: 4,
      state: 'ready',
      findings: { 'domain.controller': 'unknown', 'domain.secure-channel': 'pass', 'pku2u.setting': 'pass' },
      gaps: { 'nltest-dsgetdc': 'timeout', 'nltest-dsgetdc-keylist': 'timeout' },
    },
  },
  {
    name: 'missing-dsregcmd',
    machine: build({ hostName: 'PC-0450', outcomes: { 'dsregcmd-status': 'missing' } }),
    intent: { account },
    expected: {
      exitCode: 7,
      state: 'unknown',
      findings: { 'join.state': 'unknown', 'pku2u.setting': 'pass' },
      gaps: { ...unElevated, ...nltestNotAsked, 'dsregcmd-status': 'missing' },
    },
  },
  {
    name: 'windows-1252',
    machine: inWindows1252(build({ hostName: 'PC-0460' }), 'Répertoire par défaut'),
    intent: { account },
    expected: { exitCode: 0, state: 'ready', findings: { 'join.state': 'pass' }, gaps: unElevated },
  },
  {
    name: 'silent-powershell',
    machine: build({ hostName: 'PC-0470' }),
    intent: { account },
    powershell: 'silent',
    expected: {
      exitCode: 7,
      state: 'unknown',
      findings: { 'context.user': 'unknown', 'pku2u.setting': 'pass' },
      gaps: { ...unElevated, 'machine-certificates': 'unreadable' },
    },
  },
]

export const labMachine = (name: string): LabMachine => {
  const found = labMachines.find((machine) => machine.name === name)
  if (found === undefined) throw new Error(`The lab has no machine ${name}.`)
  return found
}
