import { setTimeout as sleep } from 'node:timers/promises'
import { fail, ok, type Result } from '../../shared/result.ts'
import { recordedRegistry } from '../recording/recorded-registry.ts'
import type { CommandId, CommandRecord, JournalEntry, RecordedMachine } from '../recording/recording.ts'
import type { Command, CommandRunner, Host, Transcript } from '../windows/host.ts'
import { machineNamed } from './machines.ts'
import { loadState, type SimulatedState, saveState } from './state-folder.ts'

export interface SimulatedHost extends Host {
  readonly kind: 'simulated'
  /** The machine's own time, ISO 8601 UTC. */
  readonly now: string
  readonly journal: () => readonly JournalEntry[]
}

const nothing = new Uint8Array()
const askedByPowershell: readonly CommandId[] = [
  'machine-certificates',
  'policy-result',
  'local-group-rdp-users',
  'local-group-administrators',
]

const idOf = ({ program, args }: Command): CommandId | null => {
  if (program === 'dsregcmd') return 'dsregcmd-status'
  if (program === 'klist') return 'klist-cloud-debug'
  if (program !== 'nltest') return null
  if (args.includes('/keylist')) return 'nltest-dsgetdc-keylist'
  return args[0]?.startsWith('/sc_verify') === true ? 'nltest-sc-verify' : 'nltest-dsgetdc'
}

/** One line for each part, as the product's PowerShell script prints them. */
const powershellAnswer = (commands: readonly CommandRecord[]): CommandRecord => {
  const parts = commands.filter(({ id }) => askedByPowershell.some((known) => known === id))
  const hung = parts.length > 0 && parts.every(({ outcome }) => outcome === 'timeout')
  const decoder = new TextDecoder()
  const lines = parts.map(({ id, outcome, durationMs, stdout }) =>
    JSON.stringify({
      part: id,
      outcome: outcome === 'ok' || outcome === 'denied' ? outcome : 'failed',
      ms: durationMs,
      ...(stdout === undefined ? {} : { json: JSON.parse(decoder.decode(stdout)) }),
    }),
  )
  return {
    id: 'powershell',
    program: 'powershell.exe',
    args: [],
    outcome: hung ? 'timeout' : 'ok',
    exitCode: 0,
    durationMs: Math.max(0, ...parts.map(({ durationMs }) => durationMs)),
    stdout: new TextEncoder().encode(hung ? '' : lines.join('\n')),
  }
}

/** Replays what the programs printed. `pace` 1 takes as long as they did, 0 answers at once. */
const replay = (commands: readonly CommandRecord[], pace: number): CommandRunner => ({
  run: async (command, signal): Promise<Transcript> => {
    const record =
      command.program === 'powershell' ? powershellAnswer(commands) : commands.find(({ id }) => id === idOf(command))
    if (record === undefined) return { outcome: 'missing', stdout: nothing, stderr: nothing, durationMs: 0 }
    const { outcome, exitCode, durationMs, stdout = nothing, stderr = nothing } = record
    if (pace > 0)
      try {
        await sleep(durationMs * pace, undefined, signal === undefined ? {} : { signal })
      } catch {
        return { outcome: 'failed', stdout: nothing, stderr: nothing, durationMs: 0 }
      }
    return { outcome, exitCode, stdout, stderr, durationMs }
  },
})

const hostOf = (data: RecordedMachine, now: string, pace: number): SimulatedHost => ({
  kind: 'simulated',
  now,
  machine: async () => data.machine,
  environment: () => ({ userDnsDomain: null, elevated: data.machine.user.elevated }),
  registry: recordedRegistry(data.registry),
  runner: replay(data.commands, pace),
  journal: () => data.journal,
})

/** A simulated machine in its first state. Throws for a name that is not in the list. */
export const createSimulatedHost = (name: string, pace = 0): SimulatedHost => {
  const definition = machineNamed(name)
  if (definition === null) throw new Error(`There is no simulated machine "${name}".`)
  return hostOf(definition.machine, definition.machine.machine.recordedAt, pace)
}

export interface SimulatedOptions {
  /** Where changes are kept between commands; null: the machine starts over each time. */
  readonly stateFolder: string | null
  /** ISO 8601 UTC; null: the machine's own clock. */
  readonly at: string | null
}

/** A simulated machine as the command line uses it: with its state of the last command, and at a chosen moment. */
export const openSimulatedHost = async (
  name: string,
  { stateFolder, at }: SimulatedOptions,
): Promise<Result<SimulatedHost>> => {
  const definition = machineNamed(name)
  if (definition === null) return fail('usage', `There is no simulated machine "${name}".`)
  const first = definition.machine
  const initial: SimulatedState = {
    machine: name,
    clock: first.machine.recordedAt,
    bootedAt: first.machine.bootedAt ?? first.machine.recordedAt,
    registry: first.registry,
    journal: first.journal,
  }
  const kept = stateFolder === null ? ok(null) : await loadState(stateFolder)
  if (!kept.ok) return kept
  const state = kept.value ?? initial
  if (state.machine !== name)
    return fail('usage', `${stateFolder} holds the state of the simulated machine ${state.machine}, not of ${name}.`)
  if (at !== null && Date.parse(at) < Date.parse(state.clock))
    return fail('usage', `--at ${at} is before this simulated machine’s own clock, ${state.clock}.`)
  if (stateFolder !== null && kept.value === null) {
    const saved = await saveState(stateFolder, initial)
    if (!saved.ok) return saved
  }
  const now = at ?? state.clock
  const machine = { ...first.machine, recordedAt: now, bootedAt: state.bootedAt }
  return ok(hostOf({ ...first, machine, registry: state.registry, journal: state.journal }, now, 0))
}
