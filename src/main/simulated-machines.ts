import { simulatedMachines } from '../core/simulated/machines.ts'
import { openSimulatedPc } from '../core/simulated/simulated-host.ts'
import { ok } from '../shared/result.ts'
import type { Machines } from './machines.ts'

export const simulatedNames: readonly string[] = simulatedMachines.map(({ name }) => name)

/** All simulated machines, each from its first state. */
export const onlySimulated = (reason: string, pace: number): Machines => ({
  kind: 'simulated',
  reason,
  list: simulatedMachines,
  open: async (name) => {
    const pc = await openSimulatedPc(name, { stateFolder: null, at: null, pace })
    return pc.ok ? ok({ asUser: pc.value.asUser, pc: pc.value }) : pc
  },
})
