import { simulatedMachines } from '../core/simulated/machines.ts'
import { openSimulatedPc } from '../core/simulated/simulated-host.ts'
import { ok } from '../shared/result.ts'
import type { Machines } from './machines.ts'
import type { WindowOptions } from './window-options.ts'

export const simulatedNames: readonly string[] = simulatedMachines.map(({ name }) => name)

/** Where the changes of one simulated machine are kept between starts. */
export interface KeptMachine {
  readonly name: string
  readonly folder: string
}

/** All simulated machines, each from its first state unless it is kept. */
export const onlySimulated = (reason: string, pace: number, kept: KeptMachine | null = null): Machines => ({
  kind: 'simulated',
  reason,
  list: simulatedMachines,
  open: async (name) => {
    const stateFolder = name === kept?.name ? kept.folder : null
    const pc = await openSimulatedPc(name, { stateFolder, at: null, pace })
    return pc.ok ? ok({ asUser: pc.value.asUser, pc: pc.value }) : pc
  },
})

export const keptMachine = ({ simulate, state }: WindowOptions): KeptMachine | null =>
  simulate === null || state === null ? null : { name: simulate, folder: state }
