import assert from 'node:assert/strict'
import { test } from 'node:test'
import { machineThat } from '../../../test/kit/judged.ts'
import { defaultIntent } from '../../shared/intent.ts'
import { checks } from '../checks/registry.ts'
import { keys } from '../facts/keys.ts'
import { openCaseKey } from './case-key.ts'
import { createRedactor } from './redactor.ts'

const key = await openCaseKey('a case of contoso')

/** What a reader of a bundle needs; it names nobody. */
const harmless = [
  // SIDs, addresses, hosts and ids that are the same everywhere
  'S-1-5-32-544',
  'S-1-5-32-555',
  'S-1-5-18',
  'S-1-5-19',
  'S-1-5-20',
  'S-1-5-11',
  'S-1-1-0',
  'S-1-16-8192',
  'S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464',
  '127.0.0.1',
  '::1',
  '0.0.0.0',
  '255.255.255.0',
  'ff02::1',
  'https://login.microsoftonline.com/common/oauth2/authorize',
  'https://enterpriseregistration.windows.net/EnrollmentServer/device/',
  'urn:ms-drs:enterpriseregistration.windows.net',
  'https://login.windows.net',
  'device.login.microsoftonline.com',
  'https://enrollment.manage.microsoft.com/enrollmentserver/discovery.svc',
  'https://www.microsoft.com/aadjerrors',
  'https://learn.microsoft.com/entra/identity/devices/faq',
  'http://schemas.microsoft.com/win/2004/08/events/event',
  '.windows.net,.windows.net:1433,.windows.net:3342,.azure.net,.azure.net:1433,.azure.net:3342',
  'http://localhost:8080/x',
  '{827D319E-6EAC-11D2-A4EA-00C04F79F83A}',
  '{35378EAC-683F-11D2-A89A-00C04FBBCFA2}',
  '{31B2F340-016D-11D2-945F-00C04FB984F9}',
  '{00000000-0000-0000-0000-000000000000}',
  'a4a365df-50f1-4397-bc59-1a1564b8bb9c',
  '{B16898C6-A148-4967-9171-64D755DA8520} (AzureAd)',
  '00000003-0000-0000-c000-000000000000',
  '00000003-0000-0ff1-ce00-000000000000',
  '{F3CCC681-B74C-4060-9F26-CD84525DCA2A}',
  '{F8A1793B-7873-4046-B2A7-1F318747F427}',
  'Dc Site Name: Default-First-Site-Name',
  'DC=net + DC=windows + CN=MS-Organization-Access + OU=82dbaca4-3e81-46ca-9c73-0950c1eaca97',
  "<Provider Name='Microsoft-Windows-AAD' Guid='{4de9bc9c-b27a-43c9-8994-0915f1a5e24f}'/>",
  // versions, builds, object identifiers
  '10.0.26100.4351',
  '10.0.22000.1098',
  '6.3.9600.17415',
  'version 1.2.3.4',
  'Version=4.0.0.0',
  'v2.33',
  'Chrome/120.0.0.0',
  'Edg/119.0.2151.97',
  '31.0.15.3623',
  '2.5.29.37',
  '1.3.6.1.4.1.311.20.2.2',
  '1.3.6.1.5.5.7.3.2',
  '26100.4351',
  '24H2',
  'KB5018418',
  'Windows 10 Enterprise',
  'Windows Server 2022 Standard',
  // codes, dates, times, numbers
  '0xC000006D',
  '0x80072f94',
  '0x801c0021/0x801c000c',
  '0xcaa82ee2',
  'AADSTS50126',
  'AADSTS293004',
  'Status = 1355 0x54b ERROR_NO_SUCH_DOMAIN',
  'ERROR_ACCESS_DENIED',
  '0:0x2c41a7',
  '2026-11-20T09:15:00Z',
  '2026-11-20 08:02:11.000 UTC',
  '[ 2025-02-03 09:14:20.000 UTC -- 2035-02-03 09:44:20.000 UTC ]',
  '08:02:11',
  '20.11.2026 09:15',
  '2026-11-20T08:02:11.1234567Z',
  '1,048,576',
  '3389',
  'reg_dword:00000001',
  '12:34:56:78',
  // registry, policies, files
  'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Lsa\\pku2u',
  'AllowOnlineID',
  'NetworkSecurity_AllowPKU2UAuthenticationRequests',
  'NetworkSecurity_AllowPKU2UAuthenticationRequests_ProviderSet',
  'MACHINE\\System\\CurrentControlSet\\Control\\Lsa\\pku2u\\AllowOnlineID',
  'HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\FIDO',
  'LocalGPO',
  'Local policy',
  'Default Domain Policy',
  'SEC - CIS Baseline Servers',
  'Windows 11 Hardening v3',
  'C:\\Windows\\System32\\svchost.exe',
  '%SystemRoot%\\system32\\svchost.exe',
  'C:\\Users\\Public\\Documents',
  'C:\\Users\\Default\\NTUSER.DAT',
  'C:\\Users\\Public\\Favorites',
  'C:\\Program Files\\PKU2U Doctor\\PKU2U Doctor.exe',
  '\\Device\\HarddiskVolume3\\Windows\\System32\\lsass.exe',
  '\\\\.\\pipe\\lsass',
  'C:\\new\\table\\report.txt',
  'C:\\Windows\\Temp',
  'v2.33|Action=Allow|Active=TRUE|Dir=In|Protocol=6|LPort=3389|App=%SystemRoot%\\system32\\svchost.exe|Svc=termservice|Name=@FirewallAPI.dll,-28775|EmbedCtxt=@FirewallAPI.dll,-28752|',
  // what tools print
  'AzureAdJoined : YES',
  'WamDefaultAuthority : organizations',
  'KeySignTest : MUST Run elevated to test.',
  'DeviceAuthStatus : FAILED. Device is either disabled or deleted',
  'KeyProvider : Microsoft Platform Crypto Provider',
  'Flags: PDC GC DS LDAP KDC TIMESERV GTIMESERV WRITABLE DNS_DC DNS_DOMAIN DNS_FOREST CLOSE_SITE FULL_SECRET WS DS_8 DS_9 DS_10 KEYLIST',
  'The command completed successfully',
  'Cloud Primary (Hybrid logon) TGT available: 1',
  'CN=MS-Organization-P2P-Access [2026]',
  'CN=MS-Organization-Access',
  'Idp : login.windows.net',
  'Access Type : DIRECT',
  'Executing Account Name : NT AUTHORITY\\SYSTEM',
  'BUILTIN\\Administrators',
  'NT AUTHORITY\\Authenticated Users',
  'AzureAD',
  'NT SERVICE\\TrustedInstaller',
  'Window Manager\\DWM-1',
  'ANONYMOUS LOGON',
  'Microsoft-Windows-TerminalServices-RemoteConnectionManager/Operational',
  'Microsoft-Windows-User Device Registration/Admin',
  '<EventID>1098</EventID>',
  "<Data Name='TargetUserName'>SYSTEM</Data>",
  "<Data Name='LogonType'>10</Data>",
  '<Channel>Security</Channel>',
  'System.Net.Http.HttpRequestException',
  'kernel32.dll',
  'AppData\\Local\\Microsoft',
  'ASP.NET',
  'std::vector',
  'a ratio of 3:4:5',
  // words that names could be mistaken for
  'Microsoft Corp.',
  'The test user started the PC in a Windows window.',
  'the admin and the client',
  'Hamburger',
  'please contact the service desk',
  'PCI bus',
  'adelee',
  'corporate',
  'administrator',
  'e2e4d4c3',
  'sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  'aGFybWxlc3M=',
  ...Object.values(keys),
  ...checks.flatMap(({ title, why, links }) => [title, why, ...links.map(({ url }) => url)]),
]

const machine = machineThat({
  hostName: 'PC',
  state: 'hybrid-joined',
  user: { name: 'CORP\\Test', upn: 'admin@contoso.com', sid: 'S-1-5-21-1004336348-1177238915-682003330-1001' },
  joinedBy: 'windows@contoso.com',
  remoteDesktopUsers: [
    { sid: 'S-1-12-1-1-2-3-4', name: 'AzureAD\\Adele' },
    { sid: 'S-1-5-21-1-2-3-1107', name: 'CORP\\Service' },
  ],
})

test(`${harmless.length} harmless texts stay as they are, whatever the PC and its people are called`, () => {
  assert.ok(harmless.length >= 100)
  const redactor = createRedactor({ key, machine, intent: { ...defaultIntent, account: 'user@contoso.com' } })
  const changed = harmless
    .filter((text) => redactor.redactText('x', text) !== text)
    .map((text) => [text, redactor.redactText('x', text)])
  assert.deepEqual(changed, [])
  const together = harmless.join('\r\n')
  assert.equal(redactor.redactText('x', together), together)
})

test('names that are words are replaced where a field says what they are', () => {
  const redactor = createRedactor({ key, machine, intent: defaultIntent })
  const { machine: header, registry } = redactor.redactMachine(machine)
  assert.match(header.hostName, /^host-\w{12}$/)
  assert.match(header.user.name ?? '', /^domain-\w{12}\\user-\w{12}$/)
  assert.match(JSON.stringify(registry.keys[keys.computerName]), /host-\w{12}/)
  assert.match(
    redactor.redactText('x', 'C:\\Users\\Test\\AppData and CORP\\Test'),
    /^C:\\Users\\user-\w{12}\\AppData and domain-\w{12}\\user-\w{12}$/,
  )
})
