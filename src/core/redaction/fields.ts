import type { Kind } from './kinds.ts'

/** How the value of a field is written; decides the form of its token. */
export type Form =
  | 'account'
  | 'upn'
  | 'host'
  | 'domain'
  | 'sid'
  | 'address'
  | 'certificate'
  | Exclude<Kind, 'user' | 'host' | 'domain' | 'sid' | 'address'>

/**
 * Fields of printed lists, `label : value`. Sources: "Troubleshoot devices by using the dsregcmd command",
 * https://learn.microsoft.com/entra/identity/devices/troubleshoot-device-dsregcmd, and public captures of nltest and
 * Get-AzureADKerberosServer.
 */
const lines: Readonly<Partial<Record<Form, string>>> = {
  host: `Device Name, KeyUpdatedFrom, Trusted DC Name, DC, HostName, Computer Name, ComputerName, Host Name, Kdc Called, Server Name,
    Computer, PSComputerName, Workstation Name, Source Workstation, Arbeitsstationsname, Nom de la station de travail,
    ワークステーション名`,
  domain: `DomainName, Dom Name, Forest Name, DomainDnsName, CloudDomainDnsName, Domain Name, User Domain,
    Domain, Account Domain, Primary Dns Suffix, Kontodomäne, Domaine du compte, アカウント ドメイン`,
  site: 'Dc Site Name, Our Site Name',
  tenant: 'TenantName, TenantId, WorkplaceTenantName, WorkplaceTenantId, Tenant Name, Tenant Id',
  device: 'DeviceId, WorkplaceDeviceId, Device Id',
  thumbprint: 'Thumbprint, WorkplaceThumbprint',
  key: 'KeyContainerId, NgcKeyId',
  upn: 'User Identity, UserEmail, User Email, UPN, UserPrincipalName',
  account: `Executing Account Name, User Name, Account Name, Logged on user, User, Logon Account, Registered Owner, Benutzer,
    Benutzername, Kontoname, Utilisateur, Nom du compte, Nom d’utilisateur, アカウント名, ユーザー`,
  id: 'Correlation ID, Request Id, Dom Guid',
}

const formByLabel = new Map(
  Object.entries(lines).flatMap(([form, list]) =>
    list.split(/,\s+/).map((label) => [label.toLowerCase(), form as Form] as const),
  ),
)
const labels = [...formByLabel.keys()].sort((a, b) => b.length - a.length).map((label) => label.replaceAll(' ', '\\s+'))

/** A line of a list: the label, the colon, the value up to the end of the line. */
export const listLine = new RegExp(
  `^[ \\t>*\`]*(${labels.join('|')})([ \\t\u00a0.*\`]*[:：][ \\t]+\`?|[ \\t*\`]*=[ \\t]+\`?)([^\\s\`][^\\r\\n]*?)(?:<br ?/?>|</[A-Za-z][\\w.-]*>.*|[\`*]+)?[ \\t]*$`,
  'gim',
)
/** Names in the lines of an `.rdp` file. Source: https://learn.microsoft.com/azure/virtual-desktop/rdp-properties */
const rdpForms: Readonly<Record<string, Form>> = {
  'full address': 'host',
  'alternate full address': 'host',
  gatewayhostname: 'host',
  username: 'account',
  domain: 'domain',
}
/** The name, the type, the value; a port stays behind it. */
export const rdpLine =
  /^(full address|alternate full address|gatewayhostname|username|domain)(:s:)([^\s:[][^\r\n:]*)(?=\r|\n|:|$)/gim
export const formOfRdpLine = (name: string): Form | null => rdpForms[name.toLowerCase()] ?? null
/** Labels of so many things that only a value which cannot be a word says that it is a name. */
const vague: ReadonlySet<string> = new Set([
  'user',
  'domain',
  'computer',
  'registered owner',
  'benutzer',
  'utilisateur',
  'ユーザー',
])
const isWords = (value: string): boolean => /^\p{L}\p{Ll}*(?:$|[\s,;.])/u.test(value)
/** What the value of a line is by its label. null: no name. */
export const formOfLine = (label: string, value: string): Form | null => {
  const name = label.toLowerCase().replace(/\s+/g, ' ')
  return vague.has(name) && isWords(value) ? null : (formByLabel.get(name) ?? null)
}

/** Data of an event and properties of JSON, by name. */
const named: readonly (readonly [RegExp, Form])[] = [
  [/(?:sid|securityid)$/i, 'sid'],
  [/(?:upn|userprincipalname|useremail|email|mailaddress|useridentity|userid_upn)$/i, 'upn'],
  [
    /(?:^|target|subject|logon|account|caller|client|sam)(?:user|account)name$|^user$|^param_user$|^by$|^account$|samaccountname$/i,
    'account',
  ],
  [/(?:domainname|domain|realm|forest(?:name)?|dnssuffix|idpdomain)$/i, 'domain'],
  [
    /(?:computer|computername|workstation(?:name)?|hostname|machinename|servername|devicedisplayname|clientname|dcname|^server|targetserver(?:name)?|peer|targetinfo)$/i,
    'host',
  ],
  [/(?:ipaddress|clientaddress|clientip|sourceaddress|destaddress|address|callerip)$/i, 'address'],
  [/(?:tenantid|tenantname|tenantdisplayname)$/i, 'tenant'],
  [/(?:^|[^a-z])deviceid$|^deviceid$/i, 'device'],
  [/thumbprint$/i, 'thumbprint'],
  [/(?:dcsite|clientsite|sitename|^site)$/i, 'site'],
]
export const formOfName = (name: string): Form | null => named.find(([pattern]) => pattern.test(name))?.[1] ?? null

/** `<Computer>` of an event, and its `<Data Name='…'>`. Source: https://learn.microsoft.com/windows/win32/wes/eventschema-elements */
export const eventComputer = /<Computer>([^<]{1,256})<\/Computer>/g
/** Who a session belongs to, in the events of TerminalServices-LocalSessionManager. */
export const eventUser = /<User>([^<]{1,256})<\/User>/g
export const eventData = /<Data Name=['"]([A-Za-z][\w ]{1,40})['"]>([^<]{1,256})<\/Data>/g
/**
 * What a Remote Desktop client connects to, as event 1024 of TerminalServices-RDPClient has it: a piece of data that says
 * what the next one is.
 */
export const eventServer =
  /<Data Name=['"]Name['"]>Server Name<\/Data>\s*<Data Name=['"]Value['"]>([^<]{1,256})<\/Data>/g
/**
 * Who signed in and from where: event 1149 of TerminalServices-RemoteConnectionManager. Other events call other things
 * so, and only an address at the end tells.
 */
export const eventSignIn =
  /<Param1>([^<]{1,256})<\/Param1>\s*<Param2>([^<]{0,256})<\/Param2>\s*<Param3>(?=[^<]{0,64}[.:][^<]{0,64}<)([\da-f.:%]{2,64})<\/Param3>/gi
