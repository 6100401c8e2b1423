import { simulatedMachines } from '../core/simulated/machines.ts'
import { createSimulatedHost } from '../core/simulated/simulated-host.ts'
import type { Machines } from './machines.ts'

export const simulatedNames: readonly string[] = simulatedMachines.map(({ name }) => name)

/** All simulated machines, each from its first state. */
export const onlySimulated = (reason: string, pace: number): Machines => ({
  kind: 'simulated',
  reason,
  list: simulatedMachines,
  createHost: (name) => createSimulatedHost(name, pace),
})
