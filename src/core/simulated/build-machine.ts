import type { Intent } from '../../shared/intent.ts'
import { keys } from '../facts/keys.ts'
import type {
  CommandId,
  CommandRecord,
  JournalEntry,
  Outcome,
  RecordedKey,
  RecordedMachine,
} from '../recording/recording.ts'
import {
  contoso,
  type DsregcmdStory,
  dsregcmdText,
  klistText,
  nltestFoundText,
  nltestNoneText,
  type SimulatedAccount,
  secureChannelText,
} from './texts.ts'

/** One simulated machine: the call a technician gets, and the PC behind it. */
export interface SimulatedDefinition {
  readonly name: string
  readonly title: string
  readonly story: string
  /** The case it is usually asked about, where it differs from the default. */
  readonly intent: Partial<Intent>
  readonly machine: RecordedMachine
  /** What an administrator’s rights make Windows answer on top of that. */
  readonly elevated: readonly CommandRecord[]
}

/** What differs from an ordinary, healthy, Microsoft Entra joined Windows 11 client. */
export interface MachineStory {
  readonly hostName: string
  readonly state?: Exclude<DsregcmdStory['state'], 'on-premises-drs-joined'>
  readonly server?: boolean
  readonly allowOnlineId?: 0 | 1 | null
  readonly user?: Partial<RecordedMachine['machine']['user']>
  readonly joinedBy?: string | null
  readonly accounts?: readonly SimulatedAccount[]
  /** Precedence 1 of the policy result, by name; it holds 0. */
  readonly blockedByGpo?: string
  readonly blockedByIntune?: boolean
  readonly remoteDesktopOn?: boolean
  readonly remoteDesktopUsers?: readonly { readonly sid: string; readonly name: string | null }[]
  readonly journal?: readonly JournalEntry[]
  readonly bootedAt?: string
  readonly keyList?: boolean
  readonly securityKeys?: boolean
  readonly keys?: Readonly<Record<string, RecordedKey>>
  /** false: only the keys above are known. */
  readonly completeRegistry?: boolean
  /** Commands that did not answer. */
  readonly outcomes?: Partial<Record<CommandId, Outcome>>
}

const recordedAt = '2026-11-20T09:15:00Z'
const bootedAt = '2026-11-20T07:58:12Z'
export const adele = {
  upn: 'adele@contoso.com',
  name: 'AzureAD\\AdeleVance',
  sid: 'S-1-12-1-3237998081-1182278469-4041129114-2018915346',
} as const

const dword = (value: number) => ['REG_DWORD', value] as const
const sz = (value: string) => ['REG_SZ', value] as const

const clientVersion = {
  CurrentBuild: sz('26100'),
  CurrentBuildNumber: sz('26100'),
  UBR: dword(4351),
  DisplayVersion: sz('24H2'),
  EditionID: sz('Enterprise'),
  // Windows 11 still calls itself this here; only the build tells.
  ProductName: sz('Windows 10 Enterprise'),
  InstallationType: sz('Client'),
}
const serverVersion = {
  CurrentBuild: sz('20348'),
  CurrentBuildNumber: sz('20348'),
  UBR: dword(3328),
  DisplayVersion: sz('21H2'),
  EditionID: sz('ServerStandard'),
  ProductName: sz('Windows Server 2022 Standard'),
  InstallationType: sz('Server'),
}

const rule = (active: boolean, protocol: 6 | 17): string =>
  `v2.33|Action=Allow|Active=${active ? 'TRUE' : 'FALSE'}|Dir=In|Protocol=${protocol}|LPort=3389|App=%SystemRoot%\\system32\\svchost.exe|Svc=termservice|Name=@FirewallAPI.dll,-28775|EmbedCtxt=@FirewallAPI.dll,-28752|`

const registryOf = (story: MachineStory, joined: boolean, onDomain: boolean, thumbprint: string) => {
  const remoteOn = story.remoteDesktopOn ?? false
  const value = story.allowOnlineId === undefined ? 1 : story.allowOnlineId
  const policyName = 'NetworkSecurity_AllowPKU2UAuthenticationRequests'
  const found: Record<string, RecordedKey> = {
    [keys.windowsVersion]: { values: story.server === true ? serverVersion : clientVersion },
    [keys.lsa]: {
      values: { NoLMHash: dword(1) },
      subkeys: [...(value === null ? [] : ['pku2u']), 'Kerberos', 'MSV1_0'],
    },
    ...(value === null ? {} : { [keys.pku2u]: { values: { AllowOnlineID: dword(value) } } }),
    [keys.policyManager]: {
      values:
        story.blockedByIntune === true
          ? {
              [policyName]: dword(0),
              [`${policyName}_ProviderSet`]: dword(1),
              [`${policyName}_WinningProvider`]: sz('4D4D4D4D-5E5E-4F6F-8070-818181818181'),
            }
          : { [policyName]: dword(1) },
    },
    [keys.tcpip]: { values: { Domain: sz(onDomain ? contoso.domain : ''), HostName: sz(story.hostName) } },
    [keys.terminalServer]: { values: { fDenyTSConnections: dword(remoteOn ? 0 : 1) } },
    [keys.rdpTcp]: { values: { UserAuthentication: dword(1), SecurityLayer: dword(2), PortNumber: dword(3389) } },
    [keys.termService]: { values: { Start: dword(3) } },
    [keys.umRdpService]: { values: { Start: dword(3) } },
    [keys.firewallRules]: {
      values: {
        'RemoteDesktop-UserMode-In-TCP': sz(rule(remoteOn, 6)),
        'RemoteDesktop-UserMode-In-UDP': sz(rule(remoteOn, 17)),
      },
    },
    [keys.firewallDomain]: { values: { EnableFirewall: dword(1) } },
    [keys.firewallPrivate]: { values: { EnableFirewall: dword(1) } },
    [keys.firewallPublic]: { values: { EnableFirewall: dword(1) } },
    [keys.activeComputerName]: { values: { ComputerName: sz(story.hostName) } },
    [keys.computerName]: { values: { ComputerName: sz(story.hostName) } },
    [keys.sessionManager]: { values: {} },
  }
  if (joined) {
    const joinedBy = story.joinedBy === undefined ? adele.upn : story.joinedBy
    found[`${keys.cloudJoinInfo}\\${thumbprint}`] = {
      values: { TenantId: sz(contoso.tenantId), ...(joinedBy === null ? {} : { UserEmail: sz(joinedBy) }) },
    }
  }
  for (const account of story.accounts ?? [])
    found[`${keys.workplaceJoinInfo}\\${account.thumbprint}`] = {
      values: { UserEmail: sz(account.email), TenantId: sz(account.tenantId) },
    }
  if (story.securityKeys === true)
    found['HKLM\\SOFTWARE\\Policies\\Microsoft\\FIDO'] = { values: { EnableFIDODeviceLogon: dword(1) } }
  return { ...found, ...story.keys }
}

const programs: Readonly<Record<CommandId, readonly [string, readonly string[], number]>> = {
  'dsregcmd-status': ['dsregcmd.exe', ['/status'], 840],
  'nltest-dsgetdc-keylist': ['nltest.exe', [`/dsgetdc:${contoso.domain}`, '/keylist', '/kdc'], 96],
  'nltest-dsgetdc': ['nltest.exe', [`/dsgetdc:${contoso.domain}`], 41],
  'nltest-sc-verify': ['nltest.exe', [`/sc_verify:${contoso.domain}`], 188],
  'klist-cloud-debug': ['klist.exe', ['cloud_debug'], 35],
  'policy-result': ['powershell.exe', ['-NoProfile', '-NonInteractive', '-EncodedCommand', '…'], 930],
  'local-group-rdp-users': ['powershell.exe', ['-NoProfile', '-NonInteractive', '-EncodedCommand', '…'], 390],
  'local-group-administrators': ['powershell.exe', ['-NoProfile', '-NonInteractive', '-EncodedCommand', '…'], 410],
  'machine-certificates': ['powershell.exe', ['-NoProfile', '-NonInteractive', '-EncodedCommand', '…'], 520],
}

/** Makes the recorded machine of a story: registry, and the bytes that each program would print. */
export const buildMachine = (story: MachineStory): RecordedMachine => {
  const state = story.state ?? 'entra-joined'
  const joined = state === 'entra-joined' || state === 'hybrid-joined'
  const onDomain = state === 'hybrid-joined' || state === 'domain-joined'
  const deviceId = '0a0a0a0a-1b1b-4c2c-8d3d-4e4e4e4e4e4e'
  const thumbprint = 'A1B2C3D4E5F60718293A4B5C6D7E8F9001122334'
  const user = {
    name: adele.name,
    upn: adele.upn,
    sid: adele.sid,
    elevated: false,
    sessionUserSid: adele.sid,
    ...story.user,
  }
  const texts: Partial<Record<CommandId, string>> = {
    'dsregcmd-status': dsregcmdText({
      state,
      deviceName: story.hostName,
      deviceId,
      thumbprint,
      executing: joined && user.name !== null ? `${user.name}${user.upn === null ? '' : `, ${user.upn}`}` : null,
      prt: joined && user.upn !== null,
      onPremTgt: story.securityKeys === true,
      accounts: story.accounts ?? [],
    }),
    'klist-cloud-debug': klistText(story.securityKeys === true),
    ...(onDomain
      ? {
          'nltest-dsgetdc': nltestFoundText(story.keyList ?? true),
          'nltest-dsgetdc-keylist': (story.keyList ?? true) ? nltestFoundText(true) : nltestNoneText,
          'nltest-sc-verify': secureChannelText,
        }
      : {}),
    'policy-result': JSON.stringify({
      rsop:
        story.blockedByGpo === undefined
          ? []
          : [
              {
                path: 'MACHINE\\System\\CurrentControlSet\\Control\\Lsa\\pku2u\\AllowOnlineID',
                type: 4,
                data: '0',
                gpoId: 'cn={3F3F3F3F-4A4A-4B5B-8C6C-7D7D7D7D7D7D},cn=policies,cn=system,DC=corp,DC=contoso,DC=com',
                gpoName: story.blockedByGpo,
                precedence: 1,
              },
            ],
    }),
    'local-group-rdp-users': JSON.stringify({ members: story.remoteDesktopUsers ?? [] }),
    'local-group-administrators': JSON.stringify({
      members: [
        { sid: 'S-1-5-21-1004336348-1177238915-682003330-500', name: `${story.hostName}\\Administrator`, kind: 'user' },
      ],
    }),
    'machine-certificates': JSON.stringify({
      certificates: joined
        ? [
            {
              issuer: 'CN=MS-Organization-P2P-Access [2026]',
              subject: `CN=${deviceId}, DC=${contoso.tenantId}`,
              notBefore: '2026-11-20T07:59:30Z',
              notAfter: '2026-11-21T08:04:30Z',
            },
          ]
        : [],
    }),
  }
  // Windows shows computer policies and the secure channel to administrators only.
  const denied: Partial<Record<CommandId, Outcome>> = user.elevated === true ? {} : { 'policy-result': 'denied' }
  if (user.elevated !== true) delete texts['nltest-sc-verify']
  const outcomes = { ...denied, ...story.outcomes }
  const encoder = new TextEncoder()
  const commands = (Object.keys(programs) as CommandId[]).flatMap((id): CommandRecord[] => {
    const [program, args, durationMs] = programs[id]
    const outcome = outcomes[id] ?? 'ok'
    if (outcome !== 'ok')
      return [{ id, program, args, outcome, durationMs: outcome === 'timeout' ? 15000 : durationMs }]
    const text = texts[id]
    return text === undefined
      ? []
      : [{ id, program, args, outcome, exitCode: 0, durationMs, stdout: encoder.encode(text) }]
  })
  return {
    machine: {
      recordedAt,
      bootedAt: story.bootedAt ?? bootedAt,
      hostName: story.hostName,
      architecture: 'x64',
      codePages: { ansi: 1252, oem: 850 },
      user,
    },
    registry: {
      complete: story.completeRegistry ?? true,
      keys: registryOf(story, joined, onDomain, thumbprint),
    },
    commands,
    journal: story.journal ?? [],
    inputs: {},
    damaged: [],
  }
}

/** A machine as its user sees it, and what Windows answers once it runs elevated. */
export const asked = (story: MachineStory): Pick<SimulatedDefinition, 'machine' | 'elevated'> => ({
  machine: buildMachine(story),
  elevated: buildMachine({ ...story, user: { ...story.user, elevated: true } }).commands,
})
