import type { Intent } from '../../shared/intent.ts'
import type { TargetProbe } from '../../shared/target-probe.ts'
import type { CommandRecord, RecordedMachine } from '../recording/recording.ts'
import { commandsOf, type Frame } from './machine-commands.ts'
import { eventsOf } from './machine-events.ts'
import { registryOf } from './machine-registry.ts'
import { adele, type MachineStory } from './machine-story.ts'

/** One simulated machine: the call a technician gets, and the PC behind it. */
export interface SimulatedDefinition {
  readonly name: string
  readonly title: string
  readonly story: string
  /** The case it is usually asked about, where it differs from the default. */
  readonly intent: Partial<Intent>
  readonly machine: RecordedMachine
  /** What the other PC answers to it. Absent: it knows no other PC. */
  readonly target?: TargetProbe
  /** What an administrator’s rights make Windows answer on top of that. */
  readonly elevated: readonly CommandRecord[]
}

const recordedAt = '2026-11-20T09:15:00Z'
const bootedAt = '2026-11-20T07:58:12Z'

/** Makes the recorded machine of a story: registry, and the bytes that each program would print. */
export const buildMachine = (story: MachineStory): RecordedMachine => {
  const state = story.state ?? 'entra-joined'
  const frame: Frame = {
    state,
    joined: state === 'entra-joined' || state === 'hybrid-joined',
    onDomain: state === 'hybrid-joined' || state === 'domain-joined',
    deviceId: '0a0a0a0a-1b1b-4c2c-8d3d-4e4e4e4e4e4e',
    thumbprint: 'A1B2C3D4E5F60718293A4B5C6D7E8F9001122334',
    user: {
      name: adele.name,
      upn: adele.upn,
      sid: adele.sid,
      elevated: false,
      sessionUserSid: adele.sid,
      ...story.user,
    },
  }
  return {
    machine: {
      recordedAt,
      bootedAt: story.bootedAt ?? bootedAt,
      hostName: story.hostName,
      architecture: 'x64',
      codePages: { ansi: 1252, oem: 850 },
      user: frame.user,
    },
    registry: {
      complete: story.completeRegistry ?? true,
      keys: registryOf(story, frame.joined, frame.onDomain, frame.thumbprint),
    },
    commands: [
      ...commandsOf(story, frame),
      ...eventsOf(story.hostName, frame.user.sid ?? adele.sid, story.bootedAt ?? bootedAt),
    ],
    journal: story.journal ?? [],
    inputs: {},
    damaged: [],
  }
}

/** A machine as its user sees it, and what Windows answers once it runs elevated. */
export const asked = (story: MachineStory): Pick<SimulatedDefinition, 'machine' | 'elevated'> => ({
  machine: buildMachine(story),
  elevated: buildMachine({ ...story, user: { ...story.user, elevated: true } }).commands,
})
