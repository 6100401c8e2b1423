import { checks } from '../src/core/checks/registry.ts'
import { wantedBy } from '../src/core/engine/wanted.ts'
import { createSimulatedHost } from '../src/core/simulated/simulated-host.ts'
import { collect } from '../src/core/windows/collect.ts'
import type { Command, Host, Transcript } from '../src/core/windows/host.ts'
import { defaultIntent } from '../src/shared/intent.ts'
import { line } from './line.ts'

interface Asked {
  readonly program: string
  readonly began: number
  readonly ended: number
}

/** A machine whose programs take 50 to 900 ms; it notes when each ran, and can make them wait for each other. */
const timed = (oneByOne: boolean, nameTheDomain: boolean): { readonly host: Host; readonly asked: Asked[] } => {
  const inner = createSimulatedHost('hybrid-server-off-by-gpo', 1)
  const asked: Asked[] = []
  let last: Promise<unknown> = Promise.resolve()
  const run = async (command: Command, signal?: AbortSignal): Promise<Transcript> => {
    const began = performance.now()
    const transcript = await inner.runner.run(command, signal)
    asked.push({ program: `${command.program} ${command.args[0] ?? ''}`, began, ended: performance.now() })
    return transcript
  }
  const queued = (command: Command, signal?: AbortSignal): Promise<Transcript> => {
    const mine = last.then(() => run(command, signal))
    last = mine
    return mine
  }
  const registry: Host['registry'] = nameTheDomain
    ? inner.registry
    : {
        ...inner.registry,
        value: (key, name) => (name === 'Domain' ? { ok: true, value: null } : inner.registry.value(key, name)),
      }
  return { host: { ...inner, registry, runner: { run: oneByOne ? queued : run } }, asked }
}

const wallOf = async (oneByOne: boolean, nameTheDomain: boolean) => {
  const { host, asked } = timed(oneByOne, nameTheDomain)
  const began = performance.now()
  await collect(host, wantedBy(checks), { intent: defaultIntent, now: () => new Date() })
  return { wall: performance.now() - began, asked }
}

for (const nameTheDomain of [true, false]) {
  const together = await wallOf(false, nameTheDomain)
  const alone = await wallOf(true, nameTheDomain)
  const took = ({ began, ended }: Asked) => ended - began
  const longest = Math.max(...together.asked.map(took))
  const dsregcmd = together.asked.filter(({ program }) => program.startsWith('dsregcmd')).map(took)
  const nltest = together.asked.filter(({ program }) => program.startsWith('nltest')).map(took)
  const critical = nameTheDomain ? longest : Math.max(longest, Math.max(...dsregcmd) + Math.max(...nltest))
  const name = nameTheDomain ? 'whole check, domain in the registry' : 'whole check, domain only from dsregcmd'
  line(
    name,
    together.wall,
    'ms',
    `${(alone.wall / together.wall).toFixed(2)}x faster than one after the other; ${Math.round(together.wall - critical)} ms over the critical path, target 100`,
  )
}
