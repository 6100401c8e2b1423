import type { Host } from '../core/windows/host.ts'
import type { SimulatedMachine } from '../shared/ipc-contract.ts'
import { fail, ok, type Result } from '../shared/result.ts'

/** Which machines this window may ask: this PC or simulated ones, never both, so nobody mistakes one for the other. */
export type Machines =
  | { readonly kind: 'live'; readonly createHost: () => Host }
  | {
      readonly kind: 'simulated'
      /** Why this PC cannot be asked, in a sentence for the user. */
      readonly reason: string
      readonly list: readonly SimulatedMachine[]
      readonly createHost: (name: string) => Host
    }

export const hostFor = (machines: Machines, name: string | null): Result<Host> => {
  if (machines.kind === 'live')
    return name === null ? ok(machines.createHost()) : fail('refused', 'This window asks this PC, not a simulated one.')
  if (name === null) return fail('refused', machines.reason)
  if (!machines.list.some((machine) => machine.name === name))
    return fail('invalid-input', 'There is no simulated machine of that name.')
  return ok(machines.createHost(name))
}
