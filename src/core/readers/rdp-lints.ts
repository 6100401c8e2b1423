export type RdpPath = 'pku2u' | 'web' | 'none'

export interface RdpProperty {
  /** `i` number, `s` text, `b` bytes. */
  readonly type: 'i' | 's' | 'b'
  /** As printed; a stored password is shown as `***`. */
  readonly value: string
}

/** "prompt for password" and the like are switches, not secrets. */
export const isSecret = (name: string, type: RdpProperty['type']): boolean =>
  type !== 'i' && /password|passwd|pwd/.test(name)

export interface RdpProblem {
  readonly id: string
  readonly message: string
}

interface Subject {
  readonly path: RdpPath
  readonly address: string
  readonly userName: string
  readonly domain: string
  readonly has: (name: string) => boolean
  readonly hasPassword: boolean
}

interface Lint extends RdpProblem {
  readonly applies: (subject: Subject) => boolean
}

const ip =
  /^(?:\d{1,3}(?:\.\d{1,3}){3}(?::\d{1,5})?|\[[0-9a-f:.%]{2,60}\](?::\d{1,5})?|[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,8})$/i
const azureAd = /^(?:\.\\)?azuread\\/i
const entraId = /^(?:\.\\)?entraid\\/i

const isOfDomain = (userName: string): boolean =>
  userName.includes('\\') && !azureAd.test(userName) && !entraId.test(userName)

/**
 * What keeps a connection file from working with Entra accounts. Sources: "Connect to remote Microsoft Entra joined
 * device", https://learn.microsoft.com/windows/client-management/client-tools/connect-to-remote-aadj-pc, and "RDP NLA
 * with Azure AD: The PKU2U Nightmare", https://awakecoding.com/posts/rdp-nla-with-azure-ad-the-pku2u-nightmare/
 */
const lints: readonly Lint[] = [
  {
    id: 'address-missing',
    message: 'The file names no PC: full address is missing or empty.',
    applies: ({ address }) => address === '',
  },
  {
    id: 'credssp-off',
    message:
      'enablecredsspsupport is 0, so the client offers no Network Level Authentication. Remove the line or set it to 1.',
    applies: ({ path }) => path === 'none',
  },
  {
    id: 'user-name-bare',
    message:
      'The user name has no AzureAD\\ in front, and a bare e-mail address can fail. Use .\\AzureAD\\user@domain.',
    applies: ({ path, userName }) => path !== 'web' && userName !== '' && !userName.includes('\\'),
  },
  {
    id: 'user-name-domain',
    message: 'DOMAIN\\user does not work with a PC joined to Microsoft Entra ID. Use .\\AzureAD\\user@domain.',
    applies: ({ path, userName }) => path !== 'web' && isOfDomain(userName),
  },
  {
    id: 'user-name-domain',
    message:
      'DOMAIN\\user does not work with a PC joined to Microsoft Entra ID. With a web account the user name is user@domain.',
    applies: ({ path, userName }) => path === 'web' && isOfDomain(userName),
  },
  {
    id: 'user-name-entraid',
    message: 'No Windows build is known to take EntraID\\. Use .\\AzureAD\\user@domain.',
    applies: ({ path, userName }) => path !== 'web' && entraId.test(userName),
  },
  {
    id: 'user-name-entraid',
    message: 'No Windows build is known to take EntraID\\. With a web account the user name is user@domain.',
    applies: ({ path, userName }) => path === 'web' && entraId.test(userName),
  },
  {
    id: 'user-name-prefix-on-web-path',
    message: 'With a web account the user name is user@domain, without AzureAD\\ in front.',
    applies: ({ path, userName }) => path === 'web' && azureAd.test(userName),
  },
  {
    id: 'domain-set',
    message: 'The domain must be left empty when an Entra account signs in.',
    applies: ({ path, domain }) => path !== 'web' && domain !== '',
  },
  {
    id: 'address-is-ip',
    message: 'A web account needs the name of the PC as Microsoft Entra ID knows it; an IP address is refused.',
    applies: ({ path, address }) => path === 'web' && ip.test(address),
  },
  {
    id: 'password-stored',
    message: 'The file holds a stored password. Remove it before you pass the file on.',
    applies: ({ hasPassword }) => hasPassword,
  },
  {
    id: 'signed',
    message:
      'The file is signed: changing a signed line makes Windows call it corrupted. Ask its publisher for a new one.',
    applies: ({ has }) => has('signature') || has('signscope'),
  },
]

export const lintRdp = (path: RdpPath, properties: ReadonlyMap<string, RdpProperty>): RdpProblem[] => {
  const text = (name: string) => properties.get(name)?.value.trim() ?? ''
  const subject: Subject = {
    path,
    address: text('full address'),
    userName: text('username'),
    domain: text('domain'),
    has: (name) => properties.has(name),
    hasPassword: [...properties].some(([name, { type }]) => isSecret(name, type)),
  }
  return lints.filter(({ applies }) => applies(subject)).map(({ id, message }) => ({ id, message }))
}
