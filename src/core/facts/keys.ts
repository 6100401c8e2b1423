import type { KeyPath } from '../recording/recording.ts'

/** Registry keys that checks ask for, under Windows' own names. */
export const keys = {
  pku2u: 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Lsa\\pku2u',
  /** Exists on every Windows; tells "absent" from "could not look" one level down. */
  lsa: 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Lsa',
  policyManager: 'HKLM\\SOFTWARE\\Microsoft\\PolicyManager\\current\\device\\LocalPoliciesSecurityOptions',
  windowsVersion: 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion',
  cloudJoinInfo: 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\CloudDomainJoin\\JoinInfo',
  workplaceJoinInfo: 'HKCU\\Software\\Microsoft\\Windows NT\\CurrentVersion\\WorkplaceJoin\\JoinInfo',
  workplaceJoinPolicy: 'HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows\\WorkplaceJoin',
  tcpip: 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters',
  terminalServer: 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Terminal Server',
  terminalServerPolicy: 'HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows NT\\Terminal Services',
  rdpTcp: 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Terminal Server\\WinStations\\RDP-Tcp',
  termService: 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\TermService',
  umRdpService: 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\UmRdpService',
  firewallRules: 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy\\FirewallRules',
  firewallPolicyRules: 'HKLM\\SOFTWARE\\Policies\\Microsoft\\WindowsFirewall\\FirewallRules',
  firewallDomain: 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy\\DomainProfile',
  firewallPrivate:
    'HKLM\\SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy\\StandardProfile',
  firewallPublic: 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy\\PublicProfile',
  credentialsDelegation: 'HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows\\CredentialsDelegation',
  rebootPending: 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Component Based Servicing\\RebootPending',
  rebootRequired: 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\WindowsUpdate\\Auto Update\\RebootRequired',
  sessionManager: 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager',
  activeComputerName: 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\ComputerName\\ActiveComputerName',
  computerName: 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\ComputerName\\ComputerName',
  /** "Turn on security key sign-in" of Group Policy. */
  fidoPolicy: 'HKLM\\SOFTWARE\\Policies\\Microsoft\\FIDO',
  /** The same of MDM; note the order of the words. */
  securityKeyMdm: 'HKLM\\SOFTWARE\\Microsoft\\Policies\\PassportForWork\\SecurityKey',
  kerberosPolicy: 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Policies\\System\\Kerberos\\Parameters',
  kerberosParameters: 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Lsa\\Kerberos\\Parameters',
  productOptions: 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\ProductOptions',
} as const satisfies Record<string, KeyPath>
