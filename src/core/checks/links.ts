import type { Link } from '../../shared/report.ts'

const link = (title: string, url: `https://${string}`): Link => ({ title, url })

/** Public pages that checks point to. The window names a check and a position; only this list knows addresses. */
export const pages = {
  pku2uSetting: link(
    'Security policy setting: Allow PKU2U authentication requests',
    'https://learn.microsoft.com/previous-versions/windows/it-pro/windows-10/security/threat-protection/security-policy-settings/network-security-allow-pku2u-authentication-requests-to-this-computer-to-use-online-identities',
  ),
  policyCsp: link(
    'Policy CSP: LocalPoliciesSecurityOptions',
    'https://learn.microsoft.com/windows/client-management/mdm/policy-csp-localpoliciessecurityoptions',
  ),
  remoteEntraPc: link(
    'Connect to a remote Microsoft Entra joined device',
    'https://learn.microsoft.com/windows/client-management/client-tools/connect-to-remote-aadj-pc',
  ),
  azureVm: link(
    'Sign in to a Windows virtual machine in Azure by using Microsoft Entra ID',
    'https://learn.microsoft.com/entra/identity/devices/howto-vm-sign-in-azure-ad-windows',
  ),
  dsregcmd: link(
    'Troubleshoot devices by using the dsregcmd command',
    'https://learn.microsoft.com/entra/identity/devices/troubleshoot-device-dsregcmd',
  ),
  deviceFaq: link('Microsoft Entra device management FAQ', 'https://learn.microsoft.com/entra/identity/devices/faq'),
  rdpTroubleshooting: link(
    'General Remote Desktop connection troubleshooting',
    'https://learn.microsoft.com/troubleshoot/windows-server/remote/rdp-error-general-troubleshooting',
  ),
  devolutions: link(
    'RDP NLA with Entra ID: the PKU2U issue',
    'https://docs.devolutions.net/rdm/knowledge-base/troubleshooting-articles/rdp-nla-with-entra-id-pku2u-issue',
  ),
  awakecoding: link(
    'RDP NLA with Azure AD: the PKU2U nightmare',
    'https://awakecoding.com/posts/rdp-nla-with-azure-ad-the-pku2u-nightmare/',
  ),
  securityKeys: link(
    'Passwordless security key sign-in to on-premises resources',
    'https://learn.microsoft.com/entra/identity/authentication/howto-authentication-passwordless-security-key-on-premises',
  ),
  kerberosKeyRotation: link(
    'Rotate the Microsoft Entra Kerberos server key',
    'https://learn.microsoft.com/entra/identity/authentication/kerberos-server-key-rotation',
  ),
  passportCsp: link(
    'PassportForWork CSP',
    'https://learn.microsoft.com/windows/client-management/mdm/passportforwork-csp',
  ),
  securityKeySignIn: link(
    'Security key sign-in to Windows',
    'https://learn.microsoft.com/entra/identity/authentication/howto-authentication-passwordless-security-key-windows',
  ),
  encryptionTypes: link(
    'Network security: Configure encryption types allowed for Kerberos',
    'https://learn.microsoft.com/previous-versions/windows/it-pro/windows-10/security/threat-protection/security-policy-settings/network-security-configure-encryption-types-allowed-for-kerberos',
  ),
  rdpNegotiation: link(
    '[MS-RDPBCGR] RDP negotiation response',
    'https://learn.microsoft.com/openspecs/windows_protocols/ms-rdpbcgr/b2975bdc-6d56-49ee-9c57-f2ff3a0b6817',
  ),
} as const
