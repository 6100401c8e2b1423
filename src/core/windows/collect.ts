import { setImmediate } from 'node:timers/promises'
import type { Intent } from '../../shared/intent.ts'
import type { Progress } from '../../shared/ipc-contract.ts'
import { decodeText } from '../readers/decode.ts'
import { readDsregcmdStatus } from '../readers/dsregcmd-status.ts'
import {
  type CommandId,
  type CommandRecord,
  commandIds,
  type KeyPath,
  type Machine,
  type Outcome,
  type RecordedMachine,
} from '../recording/recording.ts'
import { askTarget } from './ask-target.ts'
import { collectRegistry } from './collect-registry.ts'
import { type Circumstances, commandTable } from './command-table.ts'
import { domainOfThisPc, domainToAsk, plainDomain } from './domain-to-ask.ts'
import type { Host, Program, Transcript } from './host.ts'
import { completeMachine, isPowershellCommand, recordOf } from './powershell-answers.ts'
import { unknownMachine } from './unknown-machine.ts'

export interface CollectOptions {
  readonly intent: Intent
  readonly now: () => Date
  /** Ends every program that still runs; the rest is recorded as it is then known. */
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: Progress) => void
}

interface Wanted {
  readonly commands: readonly CommandId[]
  readonly keys: readonly KeyPath[]
  readonly trees: readonly KeyPath[]
  readonly target?: boolean
}

/** Tells who watches that something runs, and how it ended. */
const watched = async <T>(
  id: string,
  label: string,
  onProgress: CollectOptions['onProgress'],
  work: () => Promise<T>,
  outcomeOf: (answer: T) => Outcome,
): Promise<T> => {
  const startedAt = performance.now()
  onProgress?.({ id, label, state: 'running', outcome: null, durationMs: null })
  const answer = await work()
  const outcome = outcomeOf(answer)
  const state = outcome === 'ok' ? 'answered' : 'no-answer'
  onProgress?.({ id, label, state, outcome, durationMs: Math.round(performance.now() - startedAt) })
  return answer
}

const ended = (stderr: string): Transcript => ({
  outcome: 'failed',
  stdout: new Uint8Array(),
  stderr: new TextEncoder().encode(stderr),
  durationMs: 0,
})

/**
 * Asks a machine and writes down what it says, without judging any of it. Everything that does not need another answer
 * runs at once, each question once; whatever goes wrong with one of them is that one's outcome.
 */
export const collect = async (
  host: Host,
  wanted: Wanted,
  { intent, now, signal, onProgress }: CollectOptions,
): Promise<RecordedMachine> => {
  const recordedAt = now().toISOString().replace('.000Z', 'Z')
  const ids = commandIds.filter((id) => wanted.commands.includes(id))
  const { elevated } = host.environment()
  const ofThisPc = domainOfThisPc(host)
  const circumstances: Circumstances = { elevated, looksDomainJoined: ofThisPc !== null }

  const start = async (program: Program, args: readonly string[], timeoutMs: number): Promise<Transcript> => {
    try {
      return await host.runner.run({ program, args, timeoutMs }, signal)
    } catch (error) {
      return ended(String(error))
    }
  }
  const run = (id: CommandId, domain: string): Promise<CommandRecord> => {
    const { program, args, label, timeLimitMs } = commandTable[id]
    const list = args(domain)
    const work = async () => {
      const transcript = await start(program, list, timeLimitMs(circumstances))
      return { id, program: `${program}.exe`, args: list, ...transcript }
    }
    return watched(id, label, onProgress, work, ({ outcome }) => outcome)
  }

  const machineAsked: Promise<Machine> = host.machine().catch(() => unknownMachine)
  const dsregcmd = ids.includes('dsregcmd-status') ? run('dsregcmd-status', '') : null

  const hasPowershellPart = ids.some(
    (id) => isPowershellCommand(id) && !(commandTable[id].needsElevation && elevated === false),
  )
  const { program, args, timeLimitMs } = commandTable['machine-certificates']
  // On Windows it also tells who asks, which every case needs; a simulated machine knows.
  const powershell =
    hasPowershellPart || host.kind === 'windows' ? start(program, args(''), timeLimitMs(circumstances)) : null

  const domainFromDsregcmd = async (): Promise<string | null> => {
    const record = await dsregcmd
    if (record?.outcome !== 'ok') return null
    const { ansi } = (await machineAsked).codePages
    const status = readDsregcmdStatus(decodeText(record.stdout ?? new Uint8Array(), ansi))
    return status.ok ? plainDomain(status.value.domainName) : null
  }
  const choice = domainToAsk(intent, ofThisPc)
  const domain = choice === 'ask-dsregcmd' ? domainFromDsregcmd() : Promise.resolve(choice)

  /** null: not asked, because it cannot be. */
  const ask = async (id: CommandId): Promise<CommandRecord | null> => {
    const { needsDomain, needsElevation, label } = commandTable[id]
    if (id === 'dsregcmd-status') return dsregcmd
    if (isPowershellCommand(id)) {
      const work = async () => {
        if (needsElevation && elevated === false) return recordOf(id, { ...ended('not elevated'), outcome: 'denied' })
        return recordOf(id, (await powershell) ?? ended('not started'))
      }
      return watched(id, label, onProgress, work, ({ outcome }) => outcome)
    }
    if (!needsDomain) return run(id, '')
    if (needsElevation && elevated !== true) return null
    const name = await domain
    return name === null ? null : run(id, name)
  }

  const otherPc = async (): Promise<RecordedMachine['inputs']> => {
    if (wanted.target !== true || intent.peer === null || host.probeTarget === undefined) return {}
    const outcomeOf = (inputs: RecordedMachine['inputs']): Outcome =>
      Object.keys(inputs).length === 0 ? 'failed' : 'ok'
    return watched('target', 'Other PC', onProgress, () => askTarget(host, intent, signal), outcomeOf)
  }

  const commands = Promise.all(ids.map(ask))
  const inputs = otherPc()
  const readRegistry = async () => {
    // The programs are started by now, and who watches gets to draw: reading the registry keeps this thread busy.
    await setImmediate()
    return collectRegistry(host.registry, signal?.aborted === true ? { keys: [], trees: [] } : wanted)
  }
  const registry = await watched('registry', 'Registry', onProgress, readRegistry, () => 'ok')
  const records = (await commands).filter((record) => record !== null)
  const machine = completeMachine(await machineAsked, (await powershell)?.stdout ?? new Uint8Array())
  return {
    machine: { ...machine, recordedAt },
    registry,
    commands: records,
    journal: [],
    inputs: await inputs,
    damaged: [],
  }
}
