import type { Track } from '../../shared/intent.ts'
import type { EndState } from './end-state.ts'

/** What is the matter at an end, and what to do there: without a name, since a code has none. */
interface Words {
  readonly problem: string
  readonly todo: string
}

const setting: Readonly<Record<EndState['pku2u'], string>> = {
  off: 'PKU2U is off.',
  'not-set': 'PKU2U is not set.',
  invalid: 'PKU2U is set to something that Windows does not know.',
  on: 'PKU2U is on where it should stay off.',
  unknown: 'PKU2U is not allowed.',
}
const owners: Readonly<Record<EndState['owner'], string>> = {
  'group-policy': 'Group Policy blocks PKU2U.',
  mdm: 'A policy of Intune or another MDM blocks PKU2U.',
  none: 'A policy blocks PKU2U.',
  unknown: 'A policy blocks PKU2U.',
}
const askOwner = 'Ask whoever owns the policy to allow PKU2U for this PC.'

/** Findings that depend on more than their id. */
const settingWords = ({ pku2u, role }: EndState): Words => ({
  problem: setting[pku2u],
  todo:
    pku2u === 'on'
      ? 'Remove the PKU2U setting.'
      : `Allow PKU2U (AllowOnlineID = 1)${role === 'server' ? ', then restart it' : ''}.`,
})

const fixed: Readonly<Record<string, Words>> = {
  'os.supported': {
    problem: 'Its Windows cannot do it.',
    todo: 'Use a PC whose Windows can, or the web account path.',
  },
  'join.state': {
    problem: 'It is not joined in a way that can work.',
    todo: 'Join it to Microsoft Entra ID, or add the work account where it connects from.',
  },
  'join.device-auth': {
    problem: 'Microsoft Entra ID does not know it any more.',
    todo: 'Enable its device object in Microsoft Entra ID, or join it again.',
  },
  'pku2u.restart': {
    problem: 'It was not restarted since PKU2U was changed.',
    todo: 'Restart it, then check it again.',
  },
  'account.identity': {
    problem: 'Its user is neither signed in with the account nor holds it as a work account.',
    todo: 'Add the account under Settings › Accounts › Email & accounts › Add a work or school account.',
  },
  'account.work-accounts': {
    problem: 'The work account cannot be added.',
    todo: 'Make room under Settings › Accounts › Access work or school, or have the policy lifted that forbids it.',
  },
  'rdp.enabled': { problem: 'Remote Desktop is off.', todo: 'Turn Remote Desktop on.' },
  'rdp.service': {
    problem: 'The Remote Desktop services are disabled.',
    todo: 'Set the Remote Desktop services to Manual and restart it.',
  },
  'rdp.firewall': {
    problem: 'The firewall does not let Remote Desktop in.',
    todo: 'Let Remote Desktop through the firewall.',
  },
  'rdp.membership': {
    problem: 'The account may not connect to it.',
    todo: 'Add the account itself to Remote Desktop Users.',
  },
  'rdp.credential-guard': {
    problem: 'Remote Credential Guard is required there.',
    todo: 'Have the policy lifted that requires Remote Credential Guard.',
  },
  'rdp.web-account': {
    problem: 'The web account path is not possible there.',
    todo: 'Update Windows there, or use the PKU2U path.',
  },
  'network.target': {
    problem: 'The server does not answer it as it should.',
    todo: 'Check the server’s name, the network in between and the server’s firewall.',
  },
  'domain.controller': { problem: 'No domain controller answers it.', todo: 'Connect it to the domain’s network.' },
  'domain.secure-channel': {
    problem: 'It and its domain do not trust each other.',
    todo: 'Repair its secure channel to the domain.',
  },
  'security-key.scenario': {
    problem: 'A security key cannot serve this.',
    todo: 'Use the web account path, or another way to sign in.',
  },
  'security-key.os': { problem: 'Its Windows does not take security keys.', todo: 'Update Windows there.' },
  'security-key.join': {
    problem: 'It is not joined so that a security key can sign in.',
    todo: 'Join it to Microsoft Entra ID.',
  },
  'security-key.sign-in': {
    problem: 'Security keys may not sign in there.',
    todo: 'Offer security keys on the sign-in screen.',
  },
  'security-key.dc-keylist': {
    problem: 'No domain controller that completes the ticket was found.',
    todo: 'Update the domain controllers, or connect it to their network.',
  },
  'security-key.encryption': {
    problem: 'AES256 is not allowed for Kerberos.',
    todo: 'Allow AES256 for Kerberos.',
  },
  'security-key.kerberos-server': {
    problem: 'The two halves of the Kerberos server object do not agree.',
    todo: 'Renew the keys of the Kerberos server object.',
  },
}

export const wordsFor = (id: string, end: EndState): Words | null => {
  if (id === 'pku2u.setting') return settingWords(end)
  if (id === 'pku2u.owner') return { problem: owners[end.owner], todo: askOwner }
  return fixed[id] ?? null
}

/** What to do about a finding that nobody could judge. */
export const lookAgain = (id: string, track: Track): string => {
  if (id === 'context.user') return 'Check it again as the user who is signed in, not with another password.'
  if (id === 'network.target') return 'Ask the server’s listener from there: pku2u-doctor probe.'
  if (id === 'rdp.membership' || id === 'pku2u.owner') return 'Check it again with an administrator’s rights.'
  return track === 'security-key'
    ? 'Check it again in the domain’s network, as the user who is signed in.'
    : 'Check it again as the user who is signed in, and see which questions were not answered.'
}
