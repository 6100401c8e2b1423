import { fail, type Result } from '../../shared/result.ts'
import type { WritableHost } from '../windows/host.ts'

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** One kind of change, taught to the product once: how to look, write, look again, and put back. */
interface ChangeKind<Spec extends Json, Before extends Json> {
  readonly kind: string
  /** Exactly what the person is shown before agreeing. */
  readonly describe: (spec: Spec) => string
  readonly capture: (spec: Spec, host: WritableHost) => Promise<Result<Before>>
  /** Whether the captured state is already what the change asks for. */
  readonly holds: (spec: Spec, before: Before) => boolean
  readonly apply: (spec: Spec, host: WritableHost) => Promise<Result<void>>
  /** Reads the machine again. A success code is not proof. */
  readonly readBack: (
    spec: Spec,
    host: WritableHost,
  ) => Promise<Result<{ readonly held: boolean; readonly seen: Json }>>
  /** Back to exactly what was there; a conflict when somebody else has changed it since. */
  readonly revert: (spec: Spec, before: Before, host: WritableHost) => Promise<Result<void>>
  /** What the change would leave, in the form of `before`, for a receipt. */
  readonly after: (spec: Spec) => Json
  /** Names what is touched: two changes with the same target must be undone in order. */
  readonly target: (spec: Spec) => string
  readonly isSpec: (raw: unknown) => raw is Spec
  /** The journal is a file, so what it says about the past is checked before it is believed. */
  readonly isBefore: (raw: unknown) => raw is Before
}

/** A change ready to be made. `kind` and `spec` go to the journal, so undo survives a restart and an upgrade. */
export interface Change {
  readonly kind: string
  readonly spec: Json
  readonly describe: string
  readonly target: string
  readonly after: Json
  readonly capture: (host: WritableHost) => Promise<Result<Json>>
  readonly holds: (before: Json) => boolean
  readonly apply: (host: WritableHost) => Promise<Result<void>>
  readonly readBack: (host: WritableHost) => Promise<Result<{ readonly held: boolean; readonly seen: Json }>>
  readonly revert: (before: unknown, host: WritableHost) => Promise<Result<void>>
}

export interface Kind<Spec extends Json> {
  readonly kind: string
  readonly make: (spec: Spec) => Change
  /** A change from the journal; null when its spec is damaged. */
  readonly restore: (spec: unknown) => Change | null
}

export const defineChange = <Spec extends Json, Before extends Json>(kind: ChangeKind<Spec, Before>): Kind<Spec> => {
  const make = (spec: Spec): Change => ({
    kind: kind.kind,
    spec,
    describe: kind.describe(spec),
    target: kind.target(spec),
    after: kind.after(spec),
    capture: (host) => kind.capture(spec, host),
    holds: (before) => kind.isBefore(before) && kind.holds(spec, before),
    apply: (host) => kind.apply(spec, host),
    readBack: (host) => kind.readBack(spec, host),
    revert: async (before, host) =>
      kind.isBefore(before)
        ? kind.revert(spec, before, host)
        : fail('unreadable', 'The saved value is damaged; nothing was changed.'),
  })
  return { kind: kind.kind, make, restore: (spec) => (kind.isSpec(spec) ? make(spec) : null) }
}
