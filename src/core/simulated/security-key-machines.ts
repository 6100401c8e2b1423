import { asked, type SimulatedDefinition } from './build-machine.ts'
import { adele } from './machine-story.ts'

const intent = { track: 'security-key', account: adele.upn } as const
const user = {
  name: 'CORP\\adele',
  sid: 'S-1-5-21-1004336348-1177238915-682003330-1187',
  sessionUserSid: 'S-1-5-21-1004336348-1177238915-682003330-1187',
}

export const securityKeyMachines: readonly SimulatedDefinition[] = [
  {
    name: 'security-key-ready',
    title: 'Hybrid joined client, security key works',
    story: 'Adele signs in with a security key and opens files of the old domain without a password.',
    intent,
    ...asked({ hostName: 'PC-0701', state: 'hybrid-joined', joinedBy: null, securityKeys: true, user }),
  },
  {
    name: 'security-key-no-keylist',
    title: 'Hybrid joined client, domain controller too old',
    story: 'The key signs in, but every file share asks for a password: the domain controller lacks the update.',
    intent,
    ...asked({
      hostName: 'PC-0702',
      state: 'hybrid-joined',
      joinedBy: null,
      securityKeys: true,
      keyList: false,
      user,
    }),
  },
  {
    name: 'security-key-off-by-gpo',
    title: 'Hybrid joined client, keys off by Group Policy',
    story: 'Yesterday the sign-in screen still offered the key. A new hardening policy turns security keys off.',
    intent,
    ...asked({
      hostName: 'PC-0703',
      state: 'hybrid-joined',
      joinedBy: null,
      securityKeys: true,
      keysOffByGpo: 'Workstation hardening',
      user,
    }),
  },
]
