import { keys } from '../facts/keys.ts'
import { asked, type SimulatedDefinition } from './build-machine.ts'
import { adele } from './machine-story.ts'
import { contoso } from './texts.ts'

const account = adele.upn

export const clientMachines: readonly SimulatedDefinition[] = [
  {
    name: 'entra-client-ready',
    title: 'Windows 11 client, ready',
    story: 'Adele connects to another PC of her company every day. Nothing is wrong here: look at the other end.',
    intent: { account },
    ...asked({ hostName: 'PC-0417' }),
  },
  {
    name: 'entra-client-not-set',
    title: 'Windows 11 client, PKU2U never set',
    story: 'A new PC, never hardened. Nobody has decided about PKU2U, so Windows does what it is believed to do.',
    intent: { account },
    ...asked({ hostName: 'PC-0418', allowOnlineId: null }),
  },
  {
    name: 'client-value-off',
    title: 'Windows 11 client, PKU2U off',
    story: '“Your credentials did not work.” A hardening script once wrote a 0, and no policy stands behind it.',
    intent: { account },
    ...asked({ hostName: 'PC-0419', allowOnlineId: 0, user: { elevated: true } }),
  },
  {
    name: 'entra-client-off-by-intune',
    title: 'Windows 11 client, off by Intune',
    story: 'The fix of last week held for a morning. A CIS baseline in Intune puts the 0 back.',
    intent: { account },
    ...asked({ hostName: 'PC-0420', allowOnlineId: 0, blockedByIntune: true }),
  },
  {
    name: 'hybrid-client-not-set',
    title: 'Hybrid joined client, PKU2U never set',
    story: 'A hybrid joined office PC cannot reach an Entra joined one. Sources disagree on what “not set” means here.',
    intent: { account },
    ...asked({
      hostName: 'PC-0522',
      state: 'hybrid-joined',
      allowOnlineId: null,
      joinedBy: null,
      user: {
        name: 'CORP\\adele',
        sid: 'S-1-5-21-1004336348-1177238915-682003330-1187',
        sessionUserSid: 'S-1-5-21-1004336348-1177238915-682003330-1187',
      },
    }),
  },
  {
    name: 'asked-as-another-admin',
    title: 'Asked with another administrator’s password',
    story: 'Helpdesk started the tool with its own password. What Windows says about the user is now about helpdesk.',
    intent: { account },
    ...asked({
      hostName: 'PC-0431',
      user: {
        name: 'PC-0431\\helpdesk',
        upn: null,
        sid: 'S-1-5-21-1004336348-1177238915-682003330-1001',
        elevated: true,
        sessionUserSid: adele.sid,
      },
    }),
  },
  {
    name: 'domain-only-pc',
    title: 'PC that is only joined to a domain',
    story:
      'Somebody wants to reach an Entra joined PC from a PC of the old domain. PKU2U has nothing to work with here.',
    intent: { account },
    ...asked({
      hostName: 'PC-0107',
      state: 'domain-joined',
      allowOnlineId: null,
      user: {
        name: 'CORP\\adele',
        upn: `adele@${contoso.domain}`,
        sid: 'S-1-5-21-1004336348-1177238915-682003330-1187',
        sessionUserSid: 'S-1-5-21-1004336348-1177238915-682003330-1187',
      },
    }),
  },
  {
    name: 'nothing-readable',
    title: 'PC where nothing can be read',
    story: 'A locked-down PC: programs are blocked, the registry refuses. The honest answer is that nothing is known.',
    intent: { account },
    ...asked({
      hostName: 'KIOSK-03',
      user: { name: null, upn: null, sid: null, elevated: null, sessionUserSid: null },
      outcomes: {
        'dsregcmd-status': 'denied',
        'nltest-dsgetdc': 'missing',
        'nltest-dsgetdc-keylist': 'missing',
        'nltest-sc-verify': 'missing',
        'klist-cloud-debug': 'denied',
        'policy-result': 'timeout',
        'local-group-rdp-users': 'timeout',
        'local-group-administrators': 'timeout',
        'machine-certificates': 'timeout',
      },
      completeRegistry: false,
      keys: Object.fromEntries(Object.values(keys).map((key) => [key, { error: 'access-denied' }])),
    }),
  },
]
