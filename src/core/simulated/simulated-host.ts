import { fail, ok, type Result } from '../../shared/result.ts'
import type { JournalStore } from '../engine/journal.ts'
import { withEntries } from '../engine/journal.ts'
import type { Pc } from '../engine/pc.ts'
import { restartIsDue } from '../facts/restart.ts'
import type { CommandRecord, JournalEntry, RecordedMachine } from '../recording/recording.ts'
import type { Host } from '../windows/host.ts'
import type { SimulatedDefinition } from './build-machine.ts'
import { machineNamed } from './machines.ts'
import { memoryRegistry } from './memory-registry.ts'
import { replay } from './replay.ts'
import { replayTarget } from './replay-target.ts'
import { simulatedFirewall } from './simulated-firewall.ts'
import { simulatedGroups, withMembers } from './simulated-groups.ts'
import { type SimulatedState, type StateFolder, stateFolder } from './state-folder.ts'

export interface SimulatedHost extends Host {
  readonly kind: 'simulated'
  /** The machine's own time, ISO 8601 UTC. */
  readonly now: string
  readonly journal: () => readonly JournalEntry[]
}

/** A simulated PC that can be asked, and changed. */
export interface SimulatedPc extends Pc {
  /** Asked as its user, without an administrator's rights. */
  readonly asUser: SimulatedHost
}

const firstState = ({ name, machine }: SimulatedDefinition): SimulatedState => ({
  machine: name,
  clock: machine.machine.recordedAt,
  bootedAt: machine.machine.bootedAt ?? machine.machine.recordedAt,
  registry: machine.registry,
  journal: machine.journal,
  members: {},
  restartAt: null,
})

const isoTime = (milliseconds: number): string => new Date(milliseconds).toISOString().replace('.000Z', 'Z')

const otherThanSignedIn = ({ name, sid, sessionUserSid }: RecordedMachine['machine']['user']): string | null =>
  sid === null || sessionUserSid === null || sid === sessionUserSid ? null : name

interface SessionOptions {
  /** ISO 8601 UTC; null: the machine's own clock. */
  readonly at: string | null
  readonly pace: number
  /** null: what is changed lasts as long as the session. */
  readonly folder: StateFolder | null
}

const sessionOf = (definition: SimulatedDefinition, initial: SimulatedState, options: SessionOptions): SimulatedPc => {
  let state = initial
  const registry = memoryRegistry(initial.registry)
  const members = {
    get: (group: string) => state.members[group] ?? null,
    set: (group: string, list: SimulatedState['members'][string]) => {
      state = { ...state, members: { ...state.members, [group]: list } }
    },
  }
  /** Everything changed so far reaches the disk together, so a crash leaves the old state or the new one. */
  const keep = (next: Partial<SimulatedState>): Promise<Result<void>> => {
    state = { ...state, ...next, registry: registry.dump() }
    return options.folder === null ? Promise.resolve(ok(undefined)) : options.folder.save(state)
  }
  /** Another command may have changed the machine since this one read it. */
  const alone = <T>(work: () => Promise<Result<T>>): Promise<Result<T>> =>
    options.folder === null
      ? work()
      : options.folder.alone((latest) => {
          if (latest?.machine === state.machine) {
            state = latest
            registry.restore(latest.registry)
          }
          return work()
        })
  const clock = (): number => Math.max(Date.parse(state.clock), Date.parse(options.at ?? state.clock))
  const tick = (): string => {
    const now = isoTime(clock() + 1000)
    state = { ...state, clock: now }
    return now
  }
  const hostOf = (data: RecordedMachine['machine'], commands: readonly CommandRecord[]): SimulatedHost => {
    const now = () => options.at ?? state.clock
    return {
      kind: 'simulated',
      // A window keeps its machine open, and the machine's time goes on with every change.
      get now() {
        return now()
      },
      machine: async () => ({ ...data, recordedAt: now(), bootedAt: state.bootedAt }),
      environment: () => ({ userDnsDomain: null, elevated: data.user.elevated }),
      registry,
      runner: replay(() => withMembers(commands, members), options.pace),
      journal: () => state.journal,
      ...(definition.target === undefined ? {} : { probeTarget: replayTarget(definition.target) }),
    }
  }
  const { machine, commands } = definition.machine
  const journal: JournalStore = {
    list: async () => ok(state.journal),
    save: (entries) => keep({ journal: withEntries(state.journal, entries) }),
    alone,
  }
  const asAdministrator = { ...machine, user: { ...machine.user, elevated: true } }
  return {
    asUser: hostOf(machine, commands),
    host: hostOf(asAdministrator, definition.elevated),
    writable: {
      registry,
      groups: simulatedGroups(definition.elevated, members),
      firewall: simulatedFirewall(registry),
    },
    journal,
    now: tick,
    by: machine.user.name,
    somebodyElse: async () => otherThanSignedIn(machine.user),
    restart: {
      scheduledFor: async () => state.restartAt,
      schedule: (minutes) =>
        alone(async () => {
          const now = tick()
          const at = isoTime(Date.parse(now) + minutes * 60_000)
          const kept = await keep(minutes === 0 ? { bootedAt: now, restartAt: null } : { restartAt: at })
          return kept.ok ? ok(at) : kept
        }),
      cancel: () =>
        alone(async () => {
          if (state.restartAt === null) return ok(false)
          tick()
          const kept = await keep({ restartAt: null })
          return kept.ok ? ok(true) : kept
        }),
    },
    restartDue: async () => restartIsDue(state.journal, state.bootedAt, registry),
  }
}

/** A simulated machine in its first state, to be asked and not kept. Throws for a name that is not in the list. */
export const createSimulatedHost = (name: string, pace = 0): SimulatedHost => {
  const definition = machineNamed(name)
  if (definition === null) throw new Error(`There is no simulated machine "${name}".`)
  return sessionOf(definition, firstState(definition), { at: null, pace, folder: null }).asUser
}

export interface SimulatedOptions {
  /** Where changes are kept between commands; null: the machine starts over each time. */
  readonly stateFolder: string | null
  /** ISO 8601 UTC; null: the machine's own clock. */
  readonly at: string | null
  /** How fast it answers: 0 at once, 1 as slowly as a real one. */
  readonly pace?: number
}

/** A simulated machine as it is used: with its state of the last command, and at a chosen moment. */
export const openSimulatedPc = async (
  name: string,
  { stateFolder: path, at, pace = 0 }: SimulatedOptions,
): Promise<Result<SimulatedPc>> => {
  const definition = machineNamed(name)
  if (definition === null) return fail('usage', `There is no simulated machine "${name}".`)
  const folder = path === null ? null : stateFolder(path)
  const first = firstState(definition)
  const isEarly = (clock: string) => at !== null && Date.parse(at) < Date.parse(clock)
  const opened = folder === null || isEarly(first.clock) ? ok(first) : await folder.open(first)
  if (!opened.ok) return opened
  const state = opened.value
  if (state.machine !== name)
    return fail('usage', `${path} holds the state of the simulated machine ${state.machine}, not of ${name}.`)
  if (isEarly(state.clock))
    return fail('usage', `--at ${at} is before this simulated machine’s own clock, ${state.clock}.`)
  return ok(sessionOf(definition, state, { at, pace, folder }))
}
