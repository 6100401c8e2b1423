import type { CommandId, CommandRecord, Machine, Outcome } from '../recording/recording.ts'
import type { MachineStory } from './machine-story.ts'
import { contoso, dsregcmdText, klistText, nltestFoundText, nltestNoneText, secureChannelText } from './texts.ts'

/** What a story makes of the PC, worked out once. */
export interface Frame {
  readonly state: NonNullable<MachineStory['state']>
  readonly joined: boolean
  readonly onDomain: boolean
  readonly deviceId: string
  readonly thumbprint: string
  readonly user: Machine['user']
}

const programs: Readonly<Record<CommandId, readonly [string, readonly string[], number]>> = {
  'dsregcmd-status': ['dsregcmd.exe', ['/status'], 840],
  'nltest-dsgetdc-keylist': ['nltest.exe', [`/dsgetdc:${contoso.domain}`, '/keylist', '/kdc'], 96],
  'nltest-dsgetdc': ['nltest.exe', [`/dsgetdc:${contoso.domain}`], 41],
  'nltest-sc-verify': ['nltest.exe', [`/sc_verify:${contoso.domain}`], 188],
  'klist-cloud-debug': ['klist.exe', ['cloud_debug'], 35],
  'policy-result': ['powershell.exe', ['-NoProfile', '-NonInteractive', '-EncodedCommand', '…'], 930],
  'local-group-rdp-users': ['powershell.exe', ['-NoProfile', '-NonInteractive', '-EncodedCommand', '…'], 390],
  'local-group-administrators': ['powershell.exe', ['-NoProfile', '-NonInteractive', '-EncodedCommand', '…'], 410],
  'machine-certificates': ['powershell.exe', ['-NoProfile', '-NonInteractive', '-EncodedCommand', '…'], 520],
}

/** What the Resultant Set of Policy says of a value that this policy sets to 0. */
const heldOff = (path: string, gpoName: string | undefined) =>
  gpoName === undefined
    ? []
    : [
        {
          path,
          type: 4,
          data: '0',
          gpoId: 'cn={3F3F3F3F-4A4A-4B5B-8C6C-7D7D7D7D7D7D},cn=policies,cn=system,DC=corp,DC=contoso,DC=com',
          gpoName,
          precedence: 1,
        },
      ]

const textsOf = (story: MachineStory, frame: Frame): Partial<Record<CommandId, string>> => {
  const { state, joined, onDomain, deviceId, thumbprint, user } = frame
  return {
    'dsregcmd-status': dsregcmdText({
      state,
      deviceName: story.hostName,
      deviceId,
      thumbprint,
      executing: joined && user.name !== null ? `${user.name}${user.upn === null ? '' : `, ${user.upn}`}` : null,
      prt: joined && user.upn !== null,
      onPremTgt: story.securityKeys === true,
      accounts: story.accounts ?? [],
    }),
    'klist-cloud-debug': klistText(story.securityKeys === true),
    ...(onDomain
      ? {
          'nltest-dsgetdc': nltestFoundText(story.keyList ?? true),
          'nltest-dsgetdc-keylist': (story.keyList ?? true) ? nltestFoundText(true) : nltestNoneText,
          'nltest-sc-verify': secureChannelText,
        }
      : {}),
    'policy-result': JSON.stringify({
      rsop: [
        ...heldOff('MACHINE\\System\\CurrentControlSet\\Control\\Lsa\\pku2u\\AllowOnlineID', story.blockedByGpo),
        ...heldOff('MACHINE\\SOFTWARE\\Policies\\Microsoft\\FIDO\\EnableFIDODeviceLogon', story.keysOffByGpo),
      ],
    }),
    'local-group-rdp-users': JSON.stringify({ members: story.remoteDesktopUsers ?? [] }),
    'local-group-administrators': JSON.stringify({
      members: [
        { sid: 'S-1-5-21-1004336348-1177238915-682003330-500', name: `${story.hostName}\\Administrator`, kind: 'user' },
      ],
    }),
    'machine-certificates': JSON.stringify({
      certificates: joined
        ? [
            {
              issuer: 'CN=MS-Organization-P2P-Access [2026]',
              subject: `CN=${deviceId}, DC=${contoso.tenantId}`,
              notBefore: '2026-11-20T07:59:30Z',
              notAfter: '2026-11-21T08:04:30Z',
            },
          ]
        : [],
    }),
  }
}

/** What each program of a story prints, as bytes, or how it failed to answer. */
export const commandsOf = (story: MachineStory, frame: Frame): readonly CommandRecord[] => {
  const isElevated = frame.user.elevated === true
  // Windows shows computer policies and the secure channel to administrators only.
  const denied: Partial<Record<CommandId, Outcome>> = isElevated ? {} : { 'policy-result': 'denied' }
  const { 'nltest-sc-verify': secureChannel, ...ordinary } = textsOf(story, frame)
  const texts =
    isElevated && secureChannel !== undefined ? { ...ordinary, 'nltest-sc-verify': secureChannel } : ordinary
  const outcomes = { ...denied, ...story.outcomes }
  const encoder = new TextEncoder()
  return (Object.keys(programs) as CommandId[]).flatMap((id): CommandRecord[] => {
    const [program, args, durationMs] = programs[id]
    const outcome = outcomes[id] ?? 'ok'
    if (outcome !== 'ok')
      return [{ id, program, args, outcome, durationMs: outcome === 'timeout' ? 15000 : durationMs }]
    const text = (texts as Partial<Record<CommandId, string>>)[id]
    return text === undefined
      ? []
      : [{ id, program, args, outcome, exitCode: 0, durationMs, stdout: encoder.encode(text) }]
  })
}
