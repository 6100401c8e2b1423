import type { Pc } from '../core/engine/pc.ts'
import type { Host } from '../core/windows/host.ts'
import type { SimulatedMachine } from '../shared/ipc-contract.ts'
import { fail, type Result } from '../shared/result.ts'

/** A machine that a window works on: asked as its user, changed with the rights that changes need. */
export interface Subject {
  readonly asUser: Host
  readonly pc: Pc
}

/** Which machines this window may ask: this PC or simulated ones, never both, so nobody mistakes one for the other. */
export type Machines =
  | { readonly kind: 'live'; readonly open: () => Promise<Result<Subject>> }
  | {
      readonly kind: 'simulated'
      /** Why this PC cannot be asked, in a sentence for the user. */
      readonly reason: string
      readonly list: readonly SimulatedMachine[]
      readonly open: (name: string) => Promise<Result<Subject>>
    }

/** null: this PC. */
export type FindSubject = (name: string | null) => Promise<Result<Subject>>

const openOne = async (machines: Machines, name: string | null): Promise<Result<Subject>> => {
  if (machines.kind === 'live')
    return name === null ? machines.open() : fail('refused', 'This window asks this PC, not a simulated one.')
  if (name === null) return fail('refused', machines.reason)
  if (!machines.list.some((machine) => machine.name === name))
    return fail('invalid-input', 'There is no simulated machine of that name.')
  return machines.open(name)
}

/** Each machine is opened once, so what was changed on a simulated one lasts as long as the window. */
export const createFindSubject = (machines: Machines): FindSubject => {
  const opened = new Map<string | null, Subject>()
  return async (name) => {
    const known = opened.get(name)
    if (known !== undefined) return { ok: true, value: known }
    const subject = await openOne(machines, name)
    if (subject.ok) opened.set(name, subject.value)
    return subject
  }
}
