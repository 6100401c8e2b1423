import { wellKnownGuids } from './well-known-guids.ts'

/** What stays readable: it is the same on every PC, so it names nobody, and a reader of the bundle needs it. */

/** Hosts of Microsoft's services and of the pages that reports link to. What stands before them stays, too. */
const hosts =
  `microsoft.com, microsoftonline.com, microsoftonline-p.com, microsoftazuread-sso.com, windows.net, windows.com,
  windowsupdate.com, windowsazure.com, azure.com, azure.net, azurerms.com, azureedge.net, office.com, office.net, office365.com,
  live.com, msn.com, msauth.net, msftauth.net, msauthimages.net, msftauthimages.net, msocsp.com, msftconnecttest.com,
  msftncsi.com, msidentity.com, aadrm.com, aka.ms, skype.com, bing.com, trafficmanager.net, visualstudio.com,
  w3.org, xmlsoap.org, openxmlformats.org, ietf.org, rfc-editor.org, digicert.com, verisign.com, entrust.net, globalsign.com,
  awakecoding.com, devolutions.net, github.com, chromium.org, nodejs.org, electronjs.org`
    .split(/,\s+/)
    .sort((a, b) => b.length - a.length)

/** Below these the first label names a customer. */
const rented =
  `core.windows.net, database.windows.net, servicebus.windows.net, onmicrosoft.com, sharepoint.com, cloudapp.azure.com,
  azurewebsites.net, cloudapp.net, vault.azure.net, crm.dynamics.com, azurefd.net, trafficmanager.net, azureedge.net`.split(
    /,\s+/,
  )

const endsWith = (name: string, ending: string): boolean =>
  name === ending || (name.endsWith(ending) && name[name.length - ending.length - 1] === '.')

/** The part of a DNS name that is Microsoft's or public and stays: all of it, its ending, or nothing (''). */
export const publicPart = (name: string): string => {
  const lower = name.toLowerCase().replace(/\.$/, '')
  const ending = rented.find((each) => endsWith(lower, each))
  if (ending !== undefined) return ending
  return hosts.some((each) => endsWith(lower, each)) || lower === 'localhost' ? lower : ''
}

const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
export const isGuid = (text: string): boolean => guid.test(text)

/** Where the version of an id stands, and what most ids have there: random ones, which nobody else ever has. */
const versionAt = 14
const random = '4'
/** Version 1 ids that were made on Microsoft's own machines, such as those of Group Policy extensions; all zeros, all ones. */
const madeByMicrosoft =
  /-(?:00c04f|00aa00|00a0c9|0080c7|0000f8|00805f)[0-9a-f]{6}$|-0000-(?:0000-c000|0ff1-ce00)-0000000000\d\d$|^(?:[0-]+|[f-]+)$/
export const isWellKnownGuid = (guid: string): boolean => {
  const lower = guid.toLowerCase()
  return wellKnownGuids.has(lower) || (lower[versionAt] !== random && madeByMicrosoft.test(lower))
}

/** In front of the backslash of an account: not a computer and not a domain. */
const authorities = new Set([
  'azuread',
  'entraid',
  'microsoftaccount',
  'nt authority',
  'nt service',
  'nt virtual machine',
  'builtin',
  'window manager',
  'font driver host',
  'application package authority',
  'iis apppool',
  'autorité nt',
  'nt-autorität',
  'vordefiniert',
  '.',
])
export const isAuthority = (name: string): boolean => authorities.has(name.toLowerCase())

/** Accounts and groups that every Windows has, with the words that stand in events where no account is. */
const builtInAccounts = new Set(
  `administrator, administrators, guest, guests, users, defaultaccount, wdagutilityaccount, krbtgt, system, local service,
  network service, localservice, networkservice, anonymous logon, everyone, authenticated users, interactive, network,
  remote desktop users, remote management users, power users, backup operators, domain admins, domain users,
  domain computers, domain guests, domain controllers, enterprise admins, schema admins, trustedinstaller, local,
  public, default, default user, all users, defaultuser0, systemprofile, local system, localsystem, iusr, batch, dialup,
  service, nobody, none, unknown, n/a, -`.split(/,\s+/),
)
const numberedAccounts = /^(?:dwm|umfd)-\d+$|^krbtgt_\w+$|^defaultuser\d+$|^%[^%]*%$/i
export const isBuiltInAccount = (name: string): boolean =>
  builtInAccounts.has(name.trim().toLowerCase()) || numberedAccounts.test(name.trim())

const containers =
  /^(?:policies|system|users|computers|builtin|configuration|services|sites|partitions|schema|machine|user|domain controllers|azureadkerberos|krbtgt\w*|infrastructure|program data|microsoft|ms-organization.*|microsoft.*|.*\{[^}]*\}.*)$/i
/** Authorities that sell certificates to everybody. */
export const isPublicIssuer = (name: string): boolean =>
  /^(?:www\.)?(?:digicert|entrust|globalsign|let's encrypt|isrg|sectigo|comodo|verisign|geotrust|thawte|godaddy)\b/i.test(
    name,
  )

/** What the one site of a new forest is called. */
export const isFirstSite = (name: string): boolean => /^default-first-site-name$/i.test(name)

/** Parts of a distinguished name that every directory has. */
export const isContainer = (name: string): boolean => containers.test(name)
