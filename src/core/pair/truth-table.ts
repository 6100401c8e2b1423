import type { PairSide, PairState } from '../../shared/pair.ts'
import type { truthEnds } from './truth-ends.ts'

type End = keyof typeof truthEnds

/** Both ends, what the pair says, the end and the id of the reason that decides, and what is to be done there first. */
type Row = readonly [client: End, server: End, state: PairState, end: PairSide, reason: string, next: string]

const account = 'Check it again with the account of the connection.'
const addAccount = 'Add the account under Settings › Accounts › Email & accounts › Add a work or school account.'
const askOwner = 'Ask whoever owns the policy to allow PKU2U for this PC.'
const allow = 'Allow PKU2U (AllowOnlineID = 1).'
const allowServer = 'Allow PKU2U (AllowOnlineID = 1), then restart it.'
const restart = 'Restart it, then check it again.'
const anotherPc = 'Use a PC whose Windows can, or the web account path.'
const join = 'Join it to Microsoft Entra ID, or add the work account where it connects from.'
const manual = 'Set the Remote Desktop services to Manual and restart it.'
const oneTenant = 'Add a work account of the server’s tenant, or use the web account path.'
const sameWish = 'Check both ends for the same wish.'
const whereRead = 'Check it again where dsregcmd answers.'
const asUser = 'Check it again as the user who is signed in, and see which questions were not answered.'

/** Each row is a test. */
export const truthTable: readonly Row[] = [
  ['ready', 'ready', 'go', 'both', 'pair.ready', ''],
  ['registered, holds the account', 'ready', 'go', 'both', 'pair.ready', ''],
  ['no account named, holds it', 'ready', 'go', 'both', 'pair.ready', ''],
  ['for this server', 'ready', 'go', 'both', 'pair.ready', ''],
  ['ready, with warnings', 'ready, with warnings', 'go', 'both', 'pair.ready', ''],
  ['ready', 'no account named', 'go', 'both', 'pair.ready', account],
  ['no account named, holds it', 'no account named', 'go', 'both', 'pair.ready', account],

  ['PKU2U off', 'ready', 'fix-client', 'client', 'pku2u.setting', allow],
  ['PKU2U not set, hybrid', 'ready', 'fix-client', 'client', 'pku2u.setting', allow],
  ['PKU2U of a wrong type', 'ready', 'fix-client', 'client', 'pku2u.setting', allow],
  ['Group Policy holds 0', 'ready', 'fix-client', 'client', 'pku2u.owner', askOwner],
  ['Intune holds 0', 'ready', 'fix-client', 'client', 'pku2u.owner', askOwner],
  ['restart advised', 'ready', 'fix-client', 'client', 'pku2u.restart', restart],
  ['account missing', 'ready', 'fix-client', 'client', 'account.identity', addAccount],
  ['no account named, holds another', 'ready', 'fix-client', 'client', 'pair.account', addAccount],
  ['no room for the account', 'ready', 'fix-client', 'client', 'account.work-accounts', 'Make room'],
  ['only joined to a domain', 'ready', 'fix-client', 'client', 'join.state', join],
  ['disabled in the cloud', 'ready', 'fix-client', 'client', 'join.device-auth', 'Enable its device object'],
  ['Windows too old', 'ready', 'fix-client', 'client', 'os.supported', anotherPc],
  ['Credential Guard required', 'ready', 'fix-client', 'client', 'rdp.credential-guard', 'Have the policy lifted'],
  ['server silent', 'ready', 'fix-client', 'client', 'network.target', 'Check the server’s name'],
  ['PKU2U off', 'nothing read', 'fix-client', 'client', 'pku2u.setting', allow],

  ['ready', 'PKU2U off', 'fix-server', 'server', 'pku2u.setting', allowServer],
  ['ready', 'PKU2U not set, Windows Server', 'fix-server', 'server', 'pku2u.setting', allowServer],
  ['ready', 'Group Policy holds 0', 'fix-server', 'server', 'pku2u.owner', askOwner],
  ['ready', 'Intune holds 0', 'fix-server', 'server', 'pku2u.owner', askOwner],
  ['ready', 'restart needed', 'fix-server', 'server', 'pku2u.restart', restart],
  ['ready', 'Remote Desktop off', 'fix-server', 'server', 'rdp.enabled', 'Turn Remote Desktop on.'],
  ['ready', 'firewall closed', 'fix-server', 'server', 'rdp.firewall', 'Let Remote Desktop through the firewall.'],
  ['ready', 'not a member', 'fix-server', 'server', 'rdp.membership', 'Add the account itself'],
  ['ready', 'services disabled', 'fix-server', 'server', 'rdp.service', manual],
  ['ready', 'services disabled, Remote Desktop off', 'fix-server', 'server', 'rdp.service', manual],
  ['ready', 'Home edition', 'fix-server', 'server', 'os.supported', anotherPc],
  ['ready', 'workgroup', 'fix-server', 'server', 'join.state', join],
  ['nothing read', 'PKU2U off', 'fix-server', 'server', 'pku2u.setting', allowServer],

  ['PKU2U off', 'PKU2U off', 'fix-both', 'client', 'pku2u.setting', allow],
  ['PKU2U off', 'Intune holds 0', 'fix-both', 'client', 'pku2u.setting', allow],
  ['Group Policy holds 0', 'restart needed', 'fix-both', 'client', 'pku2u.owner', askOwner],
  ['restart advised', 'restart needed', 'fix-both', 'client', 'pku2u.restart', restart],

  ['ready', 'of another tenant', 'mismatch', 'both', 'pair.tenant', oneTenant],
  ['no account named', 'of another tenant', 'mismatch', 'both', 'pair.tenant', oneTenant],
  ['PKU2U off', 'of another tenant, off', 'mismatch', 'both', 'pair.tenant', oneTenant],
  ['ready', 'for another account', 'mismatch', 'both', 'pair.account', 'Check both ends with the account'],
  ['for another server', 'ready', 'mismatch', 'both', 'pair.other-pc', 'Check it again with the name of this server'],
  ['ready', 'checked as client', 'mismatch', 'both', 'pair.two-clients', 'Check one of the two PCs as the server'],
  ['checked as server', 'ready', 'mismatch', 'both', 'pair.two-servers', 'Check one of the two PCs as the client'],
  ['ready', 'the same PC', 'mismatch', 'both', 'pair.same-end', 'Take one end from each of the two PCs.'],
  ['ready', 'web: ready', 'mismatch', 'both', 'pair.path', sameWish],
  ['ready', 'keys: ready', 'mismatch', 'both', 'pair.track', sameWish],

  ['nothing read', 'ready', 'unknown', 'client', 'join.state', asUser],
  ['ready', 'nothing read', 'unknown', 'server', 'join.state', asUser],
  ['nothing read', 'nothing read', 'unknown', 'client', 'join.state', asUser],
  [
    'asked as another',
    'ready',
    'unknown',
    'client',
    'context.user',
    'Check it again as the user who is signed in, not',
  ],
  ['server not probed', 'ready', 'unknown', 'client', 'network.target', 'Ask the server’s listener from there'],
  [
    'ready',
    'members not read',
    'unknown',
    'server',
    'rdp.membership',
    'Check it again with an administrator’s rights.',
  ],
  ['tenant not known', 'ready', 'unknown', 'client', 'pair.tenant', whereRead],
  ['ready', 'tenant not known', 'unknown', 'server', 'pair.tenant', whereRead],
  ['no account named, holds none', 'no account named', 'unknown', 'both', 'pair.account', account],
  ['ready', 'account not comparable', 'unknown', 'both', 'pair.account', 'Check both ends with the account'],
  ['no account named, one unreadable', 'ready', 'unknown', 'client', 'pair.account', account],

  ['web: PKU2U off', 'web: PKU2U off', 'go', 'both', 'pair.ready', ''],
  ['web: workgroup', 'web: ready', 'go', 'both', 'pair.ready', ''],
  [
    'web: ready',
    'web: of another tenant',
    'mismatch',
    'both',
    'pair.tenant',
    'On the web account path, sign in with an account of the server’s tenant.',
  ],
  ['web: Windows too old', 'web: ready', 'fix-client', 'client', 'rdp.web-account', 'Update Windows there'],

  ['keys: ready', 'keys: ready', 'go', 'both', 'pair.ready', ''],
  [
    'keys: for PKU2U',
    'keys: for PKU2U',
    'fix-both',
    'both',
    'pair.security-key',
    'Check both ends for the web account',
  ],
  ['keys: not offered', 'keys: ready', 'fix-client', 'client', 'security-key.sign-in', 'Offer security keys'],
  ['keys: no domain controller', 'keys: ready', 'fix-client', 'client', 'security-key.dc-keylist', 'Update the domain'],
  [
    'keys: ready',
    'keys: Windows Server',
    'fix-server',
    'server',
    'security-key.scenario',
    'Use the web account path, or',
  ],
]
