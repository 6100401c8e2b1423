/** One use of a security key, and what to do where it is not supported. */
export interface KeyUse {
  readonly use: string
  readonly supported: boolean
  /** For a supported use what it takes, for another one what to use instead. */
  readonly note: string
}

/**
 * Source: "Passwordless security key sign-in to on-premises resources", supported and unsupported scenarios,
 * https://learn.microsoft.com/entra/identity/authentication/howto-authentication-passwordless-security-key-on-premises,
 * and "Connect to a remote Microsoft Entra joined device" for the web account,
 * https://learn.microsoft.com/windows/client-management/client-tools/connect-to-remote-aadj-pc
 */
export const keyUses: readonly KeyUse[] = [
  {
    use: 'Sign in to a Microsoft Entra joined or hybrid joined PC',
    supported: true,
    note: 'Windows 10 version 2004 or newer, with security key sign-in turned on.',
  },
  {
    use: 'Cloud resources such as Microsoft 365 and SAML apps',
    supported: true,
    note: 'The PC is online.',
  },
  {
    use: 'On-premises resources with Kerberos or NTLM, such as file shares and IIS',
    supported: true,
    note: 'A writable domain controller with the update is in sight, and the domain has its Kerberos server object.',
  },
  {
    use: 'Unlock, also without a network',
    supported: true,
    note: 'The user has signed in to this PC with the key before. Offline, only the desktop opens.',
  },
  {
    use: 'Remote Desktop with a web account',
    supported: true,
    note: 'Call the other PC by its name and turn on “Use a web account to sign in”. Locking the session ends it.',
  },
  {
    use: 'Remote Desktop with Network Level Authentication',
    supported: false,
    note: 'Use the web account. Where the other PC does not offer it, sign in with a password or a smart card.',
  },
  { use: 'Virtual desktops (VDI)', supported: false, note: 'Use another sign-in method there.' },
  { use: 'Citrix', supported: false, note: 'Use another sign-in method there.' },
  {
    use: 'Signing or encrypting mail with S/MIME',
    supported: false,
    note: 'Use a certificate, such as on a smart card.',
  },
  { use: '“Run as” another user', supported: false, note: 'Type that user’s password, or use a smart card.' },
  {
    use: 'Sign in to a server',
    supported: false,
    note: 'Use a password or a smart card, or Remote Desktop with a web account where the server offers it.',
  },
  {
    use: 'A PC that is only joined to an on-premises domain',
    supported: false,
    note: 'Join it to Microsoft Entra ID as well (hybrid), or instead.',
  },
]
