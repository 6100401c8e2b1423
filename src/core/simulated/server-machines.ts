import { keys } from '../facts/keys.ts'
import { asked, type SimulatedDefinition } from './build-machine.ts'
import { adele } from './machine-story.ts'

const role = 'server'
const account = adele.upn
const remoteDesktopUsers = [{ sid: adele.sid, name: `AzureAD\\${adele.upn}` }]
const domainAdmin = {
  name: 'CORP\\mgarcia',
  upn: 'mgarcia@contoso.com',
  sid: 'S-1-5-21-1004336348-1177238915-682003330-1187',
  elevated: true,
  sessionUserSid: 'S-1-5-21-1004336348-1177238915-682003330-1187',
} as const

/** One value as the journal keeps it: its key was there, and what was in it. */
const registryWrite = (key: string, name: string, before: number, value: number) => ({
  kind: 'registry-value',
  spec: { key, name, value: ['REG_DWORD', value] },
  before: { missingKeys: [], value: ['REG_DWORD', before] },
})
const allowed = registryWrite(keys.pku2u, 'AllowOnlineID', 0, 1)

const interrupted = {
  id: '2f9b6c0a-83d1-4a53-9a1e-5b7d0c4e6f02',
  appliedAt: null,
  undoneAt: null,
  state: 'captured',
  by: 'PC-0602\\helpdesk',
} as const

export const serverMachines: readonly SimulatedDefinition[] = [
  {
    name: 'entra-server-ready',
    title: 'Windows 11 target, ready',
    story: 'Adele’s office PC, which she reaches from home. It is ready to be connected to.',
    intent: { role, account },
    ...asked({ hostName: 'PC-0600', remoteDesktopOn: true, remoteDesktopUsers }),
  },
  {
    name: 'entra-server-restart-forgotten',
    title: 'Windows 11 target, restart forgotten',
    story: 'PKU2U was allowed an hour ago, and it still fails. Nobody restarted the PC.',
    intent: { role, account },
    ...asked({
      hostName: 'PC-0601',
      remoteDesktopOn: true,
      remoteDesktopUsers,
      journal: [
        {
          id: '7d1f4c1e-5a52-4a4e-9d0e-0c8f2f6b1a01',
          fix: 'pku2u.enable',
          appliedAt: '2026-11-20T08:40:00Z',
          undoneAt: null,
          restart: 'required',
          changes: [allowed],
        },
      ],
    }),
  },
  {
    name: 'change-interrupted',
    title: 'Windows 11 target, change interrupted',
    story: 'The power failed while two settings were written: one is new, the other old. The journal knows which.',
    intent: { role, account },
    ...asked({
      hostName: 'PC-0602',
      remoteDesktopOn: true,
      remoteDesktopUsers,
      keys: { [keys.terminalServer]: { values: { fDenyTSConnections: ['REG_DWORD', 1] } } },
      journal: [
        { ...interrupted, fix: 'pku2u.enable', restart: 'required', changes: [allowed] },
        {
          ...interrupted,
          fix: 'rdp.enable',
          restart: 'none',
          changes: [registryWrite(keys.terminalServer, 'fDenyTSConnections', 1, 0)],
        },
      ],
    }),
  },
  {
    name: 'server-default',
    title: 'Windows Server with its default',
    story: 'A new Windows Server, Entra joined. Server keeps PKU2U off until somebody allows it.',
    intent: { role, account },
    ...asked({
      hostName: 'SRV-APP01',
      server: true,
      allowOnlineId: null,
      remoteDesktopOn: true,
      remoteDesktopUsers,
    }),
  },
  {
    name: 'hybrid-server-off-by-gpo',
    title: 'Hybrid joined server, off by Group Policy',
    story: 'A hardened terminal server. The CIS baseline writes 0, and Group Policy will write it again tonight.',
    intent: { role, account },
    ...asked({
      hostName: 'SRV-RDS01',
      state: 'hybrid-joined',
      server: true,
      allowOnlineId: 0,
      blockedByGpo: 'CIS Level 1 - Member Servers',
      remoteDesktopOn: true,
      remoteDesktopUsers,
      joinedBy: null,
      bootedAt: '2026-11-08T02:31:45Z',
      user: domainAdmin,
    }),
  },
]
