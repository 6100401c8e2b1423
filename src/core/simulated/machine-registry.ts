import { keys } from '../facts/keys.ts'
import type { RecordedKey } from '../recording/recording.ts'
import { adele, type MachineStory } from './machine-story.ts'
import { contoso } from './texts.ts'

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

/** The registry of a story: what an ordinary PC holds, and what makes this one different. */
export const registryOf = (story: MachineStory, joined: boolean, onDomain: boolean, thumbprint: string) => {
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
    found[keys.fidoPolicy] = { values: { EnableFIDODeviceLogon: dword(story.keysOffByGpo === undefined ? 1 : 0) } }
  return { ...found, ...story.keys }
}
