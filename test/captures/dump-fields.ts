import type { AccountModel, DumpModel, PrtBlock } from './dump-model.ts'

export type Field = readonly [key: string, value: string]

export interface DumpSection {
  readonly title: string
  readonly fields: readonly Field[]
}

const printed = (key: string, value: string | null): Field[] => (value === null ? [] : [[key, value]])
const clock = (iso: string) => `${iso.slice(0, 10)} ${iso.slice(11, 23)} UTC`

const deviceState = (model: DumpModel): Field[] => [
  ['AzureAdJoined', model.azureAdJoined],
  ['EnterpriseJoined', model.enterpriseJoined],
  ['DomainJoined', model.domainJoined],
  ...printed('DomainName', model.domainName),
  ['Virtual Desktop', 'NOT SET'],
  ['Device Name', 'PC-0417.corp.contoso.com'],
]

const deviceDetails = ({ device }: DumpModel): Field[] =>
  device === null
    ? []
    : [
        ['DeviceId', device.id],
        ['Thumbprint', device.thumbprint],
        ['DeviceCertificateValidity', `[ ${clock(device.from)} -- ${clock(device.to)} ]`],
        ['KeyContainerId', '5c5c5c5c-6d6d-4e7e-8f8f-909090909090'],
        ['KeyProvider', device.keyProvider],
        ['TpmProtected', device.tpmProtected],
        ...printed('DeviceAuthStatus', device.authStatus),
      ]

const tenantDetails = ({ tenant }: DumpModel): Field[] =>
  tenant === null
    ? []
    : [
        ['TenantName', tenant.name],
        ['TenantId', tenant.id],
        ['Idp', 'login.windows.net'],
        ['AuthCodeUrl', `https://login.microsoftonline.com/${tenant.id}/oauth2/authorize`],
        ['MdmComplianceUrl', 'https://mdm.contoso.com/?portalAction=Compliance'],
        ['SettingsUrl', ''],
        ['JoinSrvId', 'urn:ms-drs:enterpriseregistration.windows.net'],
      ]

const userState = (model: DumpModel): Field[] => [
  ['NgcSet', model.ngcSet],
  ['NgcKeyId', '{0F0F0F0F-1A1A-4B2B-8C3C-4D4D4D4D4D4D}'],
  ['WorkplaceJoined', model.workplaceJoined],
  ...printed('WorkAccountCount', model.accounts.length > 0 ? String(model.accounts.length) : null),
  ['WamDefaultSet', model.wamDefaultSet],
  ['WamDefaultGUID', '{B16898C6-A148-4967-9171-64D755DA8520} (AzureAd)'],
]

const prtBlock = ({ header, attemptStatus, serverErrorCode, description }: PrtBlock): Field[] => [
  [header, 'PRESENT'],
  ['Previous Prt Attempt', '2026-11-20 06:58:33.789 UTC'],
  ['Attempt Status', attemptStatus],
  ['User Identity', 'megan@contoso.com'],
  ['Credential Type', 'Password'],
  ['Endpoint URI', 'https://login.microsoftonline.com/11111111-2222-4333-8444-555555555555/oauth2/token/'],
  ['HTTP status', '400'],
  ['Server Error Code', serverErrorCode],
  ['Server Error Description', description],
]

const ssoState = (model: DumpModel): Field[] => [
  ['AzureAdPrt', model.azureAdPrt],
  ['AzureAdPrtAuthority', 'https://login.microsoftonline.com/11111111-2222-4333-8444-555555555555'],
  ...model.azureBlocks.flatMap(prtBlock),
  ['EnterprisePrt', model.enterprisePrt],
  ['EnterprisePrtAuthority', ''],
  ...model.enterpriseBlocks.flatMap(prtBlock),
  ...printed('OnPremTgt', model.onPremTgt),
  ...printed('CloudTgt', model.cloudTgt),
  ['KerbTopLevelNames', '.windows.net,.windows.net:1433,.windows.net:3342,.azure.net,.azure.net:1433,.azure.net:3342'],
]

const workAccount = (account: AccountModel): Field[] => [
  ['WorkplaceDeviceId', account.deviceId],
  ['WorkplaceThumbprint', account.thumbprint],
  ['DeviceCertificateValidity', '[ 2026-01-12 13:05:51.000 UTC -- 2036-01-12 13:35:51.000 UTC ]'],
  ['KeyContainerId', '3e3e3e3e-4f4f-4a5a-8b6b-7c7c7c7c7c7c'],
  ['KeyProvider', account.keyProvider],
  ['TpmProtected', account.tpmProtected],
  ['WorkplaceTenantId', account.tenantId],
  ['WorkplaceTenantName', account.tenantName],
  ['WorkplaceMdmUrl', ''],
  ['NgcSet', account.ngcSet],
]

const diagnosticData = (model: DumpModel): Field[] => [
  ['AadRecoveryEnabled', 'NO'],
  ...printed('Executing Account Name', model.executing && `${model.executing.name}, ${model.executing.upn}`),
  ...printed('KeySignTest', model.keySignTest),
  ['Last HostName Update', 'NONE'],
]

/** Not the SSO state's OnPremTgt and CloudTgt: the prerequisite check spells them differently and means something else. */
const prerequisites = (model: DumpModel): Field[] => [
  ['IsDeviceJoined', 'YES'],
  ['PolicyEnabled', 'NO'],
  ['CloudTGT', model.cloudTgt === 'YES' ? 'NO' : 'YES'],
  ['OnPremTGT', model.onPremTgt === 'YES' ? 'NO' : 'YES'],
  ['Brand New Field', 'some: value'],
  ['PreReqResult', 'WillNotProvision'],
]

/** The layout of today's builds. */
export const modernSections = (model: DumpModel): DumpSection[] =>
  [
    { title: 'Device State', fields: deviceState(model) },
    { title: 'Device Details', fields: deviceDetails(model) },
    { title: 'Tenant Details', fields: tenantDetails(model) },
    { title: 'User State', fields: userState(model) },
    { title: 'SSO State', fields: ssoState(model) },
    ...model.accounts.map((account, index) => ({ title: `Work Account ${index + 1}`, fields: workAccount(account) })),
    { title: 'Diagnostic Data', fields: diagnosticData(model) },
    { title: 'WinHttp Default Proxy Config', fields: [['Access Type', 'DIRECT'] as const] },
    { title: 'Ngc Prerequisite Check', fields: prerequisites(model) },
  ].filter(({ fields }) => fields.length > 0)

const withoutNgcSet = (fields: readonly Field[]) => fields.filter(([key]) => key !== 'NgcSet')

/** The flat layout of 1511 to 1703: device and tenant in the device state, one work account and the PRT in the user state. */
export const flatSections = (model: DumpModel): DumpSection[] => {
  const [joined, ...rest] = [deviceState(model).slice(0, 2), deviceState(model).slice(2, -2)]
  return [
    {
      title: 'Device State',
      fields: [...(joined ?? []), ...deviceDetails(model), ...tenantDetails(model), ...rest.flat()],
    },
    {
      title: 'User State',
      fields: [
        ...userState(model).slice(0, 3),
        // The flat layout prints neither keys nor NgcSet of the account.
        ...model.accounts
          .slice(0, 1)
          .flatMap((account) => withoutNgcSet(workAccount(account)).filter(([key]) => key.startsWith('Workplace'))),
        ...userState(model).slice(-2),
        ...ssoState(model),
      ],
    },
    { title: 'Ngc Prerequisite Check', fields: prerequisites(model).filter(([key]) => !key.endsWith('TGT')) },
  ]
}
