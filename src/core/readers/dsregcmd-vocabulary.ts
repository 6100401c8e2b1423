/**
 * What `dsregcmd /status` prints, and where. Source: "Troubleshoot devices by using the dsregcmd command",
 * https://learn.microsoft.com/entra/identity/devices/troubleshoot-device-dsregcmd, and public captures.
 */

/** The part of a dump a key speaks of. `shared` keys are printed for the device and for each work account alike. */
export type Home = 'state' | 'device' | 'tenant' | 'user' | 'sso' | 'account' | 'other' | 'shared'

export interface KnownKey {
  readonly name: string
  readonly home: Home
}

const keys: Readonly<Record<Home, string>> = {
  state: 'AzureAdJoined, EnterpriseJoined, DomainJoined, DomainName, Virtual Desktop, Device Name',
  device: 'DeviceId, Thumbprint, DeviceAuthStatus',
  shared: 'DeviceCertificateValidity, KeyContainerId, KeyProvider, TpmProtected, NgcSet',
  tenant: `TenantName, TenantId, Idp, AuthCodeUrl, AccessTokenUrl, MdmUrl, MdmTouUrl, MdmComplianceUrl, dmComplianceUrl,
    SettingsUrl, JoinSrvVersion, JoinSrvUrl, JoinSrvId, KeySrvVersion, KeySrvUrl, KeySrvId, WebAuthNSrvVersion,
    WebAuthNSrvUrl, WebAuthNSrvId, DeviceManagementSrvVer, DeviceManagementSrvVersion, DeviceManagementSrvUrl,
    DeviceManagementSrvId`,
  user: `NgcKeyId, CanReset, WorkplaceJoined, WorkAccountCount, WamDefaultSet, WamDefaultAuthority, WamDefaultId,
    WamDefaultGUID`,
  sso: `AzureAdPrt, AzureAdPrtUpdateTime, AzureAdPrtExpiryTime, AzureAdPrtAuthority, EnterprisePrt,
    EnterprisePrtUpdateTime, EnterprisePrtExpiryTime, EnterprisePrtAuthority, AcquirePrtDiagnostics,
    RefreshPrtDiagnostics, Previous Prt Attempt, Attempt Status, User Identity, Credential Type, Correlation ID,
    Endpoint URI, HTTP Method, HTTP Error, HTTP status, Server Error Code, Server Error Description, OnPremTgt,
    CloudTgt, KerbTopLevelNames`,
  account: `WorkplaceDeviceId, WorkplaceThumbprint, WorkplaceTenantId, WorkplaceTenantName, WorkplaceMdmUrl,
    WorkplaceSettingsUrl, WorkplaceIdp`,
  // OnPremTGT and CloudTGT of the prerequisite check are not the OnPremTgt and CloudTgt of the SSO state.
  other: `Diagnostics Reference, User Context, Client Time, AD Connectivity Test, AD Configuration Test,
    DRS Discovery Test, DRS Connectivity Test, Kerberos Ticket Test, Token acquisition Test, Fallback to Sync-Join,
    Fallback to Fed-Join, Previous Registration, Registration Type, Error Phase, Client ErrorCode, Server ErrorCode,
    Server ErrorSubCode, Server Operation, Server Message, Https Status, Request Id, Executing Account Name, AadRecoveryEnabled, KeySignTest,
    DisplayNameUpdated, OsVersionUpdated, HostNameUpdated, Last HostName Update, Auto Detect Settings,
    Auto-Configuration URL, Proxy Server List, Proxy Bypass List, Auto Detect PAC Status, Access Type, NgcPreReq,
    IsDeviceJoined, IsUserAzureAD, PolicyEnabled, PostLogonEnabled, DeviceEligible, SessionIsNotRemote, CertEnrollment,
    AdfsRefreshToken, AdfsRaIsReady, LogonCertTemplateReady, ScepReady, AadRecoveryNeeded, X509CertRequired, CloudTGT,
    OnPremTGT, PreReqResult`,
}

const exact = new Map<string, KnownKey>()
const folded = new Map<string, KnownKey>()
for (const [home, list] of Object.entries(keys) as [Home, string][]) {
  for (const name of list.split(/,\s+/)) {
    const known = { name, home }
    exact.set(name, known)
    if (!name.endsWith('TGT')) folded.set(name.toLowerCase(), known)
  }
}

/** With room for doubled blanks. */
const longestName = 2 * Math.max(...[...exact.keys()].map((name) => name.length))

/** Keys that other tools print too: one of them alone does not make a text a dsregcmd output. */
const commonplace = new Set([
  'Device Name',
  'Thumbprint',
  'DomainName',
  'DeviceId',
  'KeyProvider',
  'Access Type',
  'Idp',
])

export const knownKey = (printed: string): KnownKey | undefined => exact.get(printed)

/** The same, for keys whose letter case or spacing was changed on the way. */
export const knownKeyLoosely = (printed: string): KnownKey | undefined => {
  if (printed.length < 3 || printed.length > longestName) return undefined
  return exact.get(printed) ?? folded.get(printed.toLowerCase().replace(/\s+/g, ' '))
}

/** `Thumbprint` may be the end of `WorkplaceThumbprint`, when a text was cut in the middle of a key. */
const tails = new Set(
  [...exact.keys()].filter((name) => [...exact.keys()].some((other) => other !== name && other.endsWith(name))),
)

export const mayBeTail = ({ name }: KnownKey): boolean => tails.has(name)

/** Names that make any text they stand in as a key a dsregcmd output: one word that no other tool prints. */
export const tellingWords: readonly string[] = [...exact.keys()].filter(
  (name) => !name.includes(' ') && !commonplace.has(name),
)

export const isTelling = ({ name }: KnownKey): boolean => !commonplace.has(name)

const titles = new Set([
  'device state',
  'device details',
  'tenant details',
  'user state',
  'sso state',
  'diagnostic data',
  'ie proxy config for current user',
  'ie proxy config for system account',
  'url specific proxy config',
  'winhttp default proxy config',
  'ngc prerequisite check',
])
const workAccount = /^work account(?: (\d{1,3}))?$/

export const isKnownTitle = (title: string): boolean => {
  const folded = title.toLowerCase()
  return titles.has(folded) || workAccount.test(folded)
}

/** 2 for `Work Account 2`, 1 for a work account without a number, null for other titles. */
export const workAccountOrdinal = (title: string): number | null => {
  const match = workAccount.exec(title.toLowerCase())
  return match === null ? null : Number(match[1] ?? 1)
}
