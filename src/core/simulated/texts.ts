import type { JoinState } from '../../shared/report.ts'

/** Made-up people and places, so that nobody can be mistaken for them. */
export const contoso = {
  tenantId: '11111111-2222-4333-8444-555555555555',
  tenantName: 'Contoso',
  netbios: 'CORP',
  domain: 'corp.contoso.com',
  dc: 'DC01.corp.contoso.com',
} as const
export const fabrikam = { tenantId: '66666666-7777-4888-9999-aaaaaaaaaaaa', tenantName: 'Fabrikam, Inc.' } as const

export interface SimulatedAccount {
  readonly email: string
  readonly tenantId: string
  readonly tenantName: string
  readonly thumbprint: string
}

export interface DsregcmdStory {
  readonly state: Exclude<JoinState, 'unknown'>
  readonly deviceName: string
  readonly deviceId: string
  readonly thumbprint: string
  /** `AzureAD\AdeleVance, adele@contoso.com`; null where Windows prints none. */
  readonly executing: string | null
  readonly prt: boolean
  readonly onPremTgt: boolean
  readonly accounts: readonly SimulatedAccount[]
}

const box = `+${'-'.repeat(70)}+`
const field = (key: string, value: string): string => `${key.padStart(26)} : ${value}`
const section = (title: string, fields: readonly string[]): string =>
  [box, `| ${title.padEnd(69)}|`, box, '', ...fields, ''].join('\r\n')
const yesNo = (flag: boolean): string => (flag ? 'YES' : 'NO')
const lines = (parts: readonly string[]): string => ['', ...parts, ''].join('\r\n')

/** What `dsregcmd /status` prints in a story, in the layout of a current Windows 11. */
export const dsregcmdText = (story: DsregcmdStory): string => {
  const joined = story.state === 'entra-joined' || story.state === 'hybrid-joined'
  const onDomain = story.state !== 'entra-joined' && story.state !== 'entra-registered' && story.state !== 'workgroup'
  const authority = `https://login.microsoftonline.com/${contoso.tenantId}`
  return lines([
    section('Device State', [
      field('AzureAdJoined', yesNo(joined)),
      field('EnterpriseJoined', yesNo(story.state === 'on-premises-drs-joined')),
      field('DomainJoined', yesNo(onDomain)),
      ...(onDomain ? [field('DomainName', contoso.netbios)] : []),
      field('Virtual Desktop', 'NOT SET'),
      field('Device Name', onDomain ? `${story.deviceName}.${contoso.domain}` : story.deviceName),
    ]),
    ...(joined
      ? [
          section('Device Details', [
            field('DeviceId', story.deviceId),
            field('Thumbprint', story.thumbprint),
            field('DeviceCertificateValidity', '[ 2025-02-03 09:14:20.000 UTC -- 2035-02-03 09:44:20.000 UTC ]'),
            field('KeyContainerId', '5c5c5c5c-6d6d-4e7e-8f8f-909090909090'),
            field('KeyProvider', 'Microsoft Platform Crypto Provider'),
            field('TpmProtected', 'YES'),
            field('DeviceAuthStatus', 'SUCCESS'),
          ]),
          section('Tenant Details', [
            field('TenantName', contoso.tenantName),
            field('TenantId', contoso.tenantId),
            field('AuthCodeUrl', `${authority}/oauth2/authorize`),
            field('AccessTokenUrl', `${authority}/oauth2/token`),
            field('MdmUrl', 'https://mdm.contoso.com/EnrollmentServer/Discovery.svc'),
          ]),
        ]
      : []),
    section('User State', [
      field('NgcSet', 'NO'),
      field('WorkplaceJoined', yesNo(story.accounts.length > 0)),
      ...(story.accounts.length > 0 ? [field('WorkAccountCount', String(story.accounts.length))] : []),
      field('WamDefaultSet', yesNo(story.prt)),
    ]),
    section('SSO State', [
      field('AzureAdPrt', yesNo(story.prt)),
      ...(story.prt
        ? [
            field('AzureAdPrtUpdateTime', '2026-11-20 08:02:11.000 UTC'),
            field('AzureAdPrtExpiryTime', '2026-12-04 08:02:10.000 UTC'),
          ]
        : []),
      field('AzureAdPrtAuthority', story.prt ? authority : 'NO'),
      field('EnterprisePrt', 'NO'),
      field('EnterprisePrtAuthority', story.prt ? '' : 'NO'),
      ...(joined ? [field('OnPremTgt', yesNo(story.onPremTgt)), field('CloudTgt', yesNo(story.prt))] : []),
    ]),
    ...story.accounts.map((account, index) =>
      section(`Work Account ${index + 1}`, [
        field('WorkplaceDeviceId', `2d2d2d2d-3e3e-4f4f-8a5a-6b6b6b6b6b6${index}`),
        field('WorkplaceThumbprint', account.thumbprint),
        field('DeviceCertificateValidity', '[ 2026-01-12 13:05:51.000 UTC -- 2036-01-12 13:35:51.000 UTC ]'),
        field('KeyProvider', 'Microsoft Platform Crypto Provider'),
        field('TpmProtected', 'YES'),
        field('WorkplaceTenantId', account.tenantId),
        field('WorkplaceTenantName', account.tenantName),
        field('NgcSet', 'NO'),
      ]),
    ),
    ...(story.executing === null
      ? []
      : [
          section('Diagnostic Data', [
            field('AadRecoveryEnabled', 'NO'),
            field('Executing Account Name', story.executing),
            field('KeySignTest', 'MUST Run elevated to test.'),
          ]),
        ]),
    section('Ngc Prerequisite Check', [
      field('IsDeviceJoined', yesNo(joined)),
      field('IsUserAzureAD', yesNo(story.prt)),
      field('PreReqResult', 'WillNotProvision'),
    ]),
    'For more information, please visit https://www.microsoft.com/aadjerrors',
  ])
}

export const nltestFoundText = (keyList: boolean): string =>
  [
    `           DC: \\\\${contoso.dc}`,
    '      Address: \\\\192.0.2.10',
    '     Dom Guid: 7a7a7a7a-8b8b-4c9c-8d0d-1e1e1e1e1e1e',
    `     Dom Name: ${contoso.domain}`,
    `  Forest Name: ${contoso.domain}`,
    ' Dc Site Name: Hamburg',
    'Our Site Name: Hamburg',
    `        Flags: PDC GC DS LDAP KDC TIMESERV GTIMESERV WRITABLE DNS_DC DNS_DOMAIN DNS_FOREST CLOSE_SITE FULL_SECRET WS DS_8 DS_9 DS_10${keyList ? ' KEYLIST' : ''}`,
    'The command completed successfully',
    '',
  ].join('\r\n')

export const nltestNoneText = 'Getting DC name failed: Status = 1355 0x54b ERROR_NO_SUCH_DOMAIN\r\n'

export const secureChannelText = [
  'Flags: b0 HAS_IP  HAS_TIMESERV ',
  `Trusted DC Name \\\\${contoso.dc} `,
  'Trusted DC Connection Status Status = 0 0x0 NERR_Success',
  'Trust Verification Status = 0 0x0 NERR_Success',
  'The command completed successfully',
  '',
].join('\r\n')

export const klistText = (cloudTgt: boolean): string =>
  [
    '',
    'Current LogonId is 0:0x2c41a7',
    'Cloud Kerberos Debug info:',
    'Cloud Kerberos enabled by policy: 0',
    `AS_REP callback received: 1`,
    `AS_REP callback used: ${cloudTgt ? 1 : 0}`,
    'Cloud Referral TGT present in cache: 0',
    'SPN oracle configured: 0',
    'KDC proxy present in cache: 0',
    'Public Key Credential Present: 1',
    'Password-derived Keys Present: 0',
    'Plaintext Password Present: 0',
    'AS_REP Credential Type: 2',
    `Cloud Primary (Hybrid logon) TGT available: ${cloudTgt ? 1 : 0}`,
    '',
  ].join('\r\n')
