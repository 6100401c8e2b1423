import { defaultIntent } from '../../shared/intent.ts'
import type { SimulatedMachine } from '../../shared/ipc-contract.ts'
import { accountMachines } from './account-machines.ts'
import type { SimulatedDefinition } from './build-machine.ts'
import { clientMachines } from './client-machines.ts'
import { securityKeyMachines } from './security-key-machines.ts'
import { serverMachines } from './server-machines.ts'
import { targetMachines } from './target-machines.ts'

const definitions: readonly SimulatedDefinition[] = [
  ...clientMachines,
  ...serverMachines,
  ...accountMachines,
  ...securityKeyMachines,
  ...targetMachines,
]

/** As a picker shows them. */
export const simulatedMachines: readonly SimulatedMachine[] = definitions.map(({ name, title, story, intent }) => ({
  name,
  title,
  story,
  intent: { ...defaultIntent, ...intent },
}))

export const isMachineName = (name: string): boolean => definitions.some((each) => each.name === name)

export const machineNamed = (name: string): SimulatedDefinition | null =>
  definitions.find((each) => each.name === name) ?? null
