import { fail, ok, type Result } from '../../shared/result.ts'
import type { JournalEntry } from '../recording/recording.ts'
import type { WritableHost } from '../windows/host.ts'
import type { Json } from './change.ts'
import type { JournalStore } from './journal.ts'
import type { OnChange } from './pc.ts'
import type { FixPlan, PlannedChange } from './plan-fix.ts'

export interface TransactOptions {
  readonly plan: FixPlan
  readonly host: WritableHost
  readonly journal: JournalStore
  /** Id of the change set. */
  readonly id: string
  /** ISO 8601 UTC of this moment; asked when something is written down. */
  readonly now: () => string
  readonly by: string | null
  readonly onChange?: OnChange
}

export type Transacted =
  | { readonly state: 'applied'; readonly readBack: ReadonlyMap<PlannedChange, Json> }
  /** Nothing was written, or everything was put back. */
  | { readonly state: 'refused' | 'rolled-back'; readonly message: string }

const entriesOf = (
  { plan, id, by }: TransactOptions,
  changes: readonly PlannedChange[],
  state: NonNullable<JournalEntry['state']>,
  appliedAt: string | null,
): readonly JournalEntry[] =>
  plan.fixes
    .map((fix) => ({ fix, own: changes.filter((change) => change.fix === fix) }))
    .filter(({ own }) => own.length > 0)
    .map(({ fix, own }) => ({
      id,
      fix,
      appliedAt,
      undoneAt: null,
      restart: fix.startsWith('pku2u.') ? plan.restart : 'none',
      changes: own.map(({ change, before }) => ({ kind: change.kind, spec: change.spec, before })),
      state,
      by,
    }))

const applyOne = async ({ change }: PlannedChange, host: WritableHost): Promise<Result<Json>> => {
  const applied = await change.apply(host)
  if (!applied.ok) return applied
  const seen = await change.readBack(host)
  if (!seen.ok) return seen
  return seen.value.held
    ? ok(seen.value.seen)
    : fail('failed', `Windows accepted this but did not keep it: ${change.describe}.`)
}

/** Last first; answers what could not be put back, in sentences. */
const putBack = async (changes: readonly PlannedChange[], host: WritableHost): Promise<readonly string[]> => {
  const left: string[] = []
  for (const { change, before } of [...changes].reverse()) {
    const back = await change.revert(before, host)
    if (!back.ok) left.push(back.fault.message)
  }
  return left
}

/**
 * Everything that will be overwritten is already captured in the plan: it is written down and flushed, then changed, then
 * read back. When anything fails, what was changed is put back, last first, and the journal says so.
 */
export const transact = async (options: TransactOptions): Promise<Transacted> => {
  const { plan, host, journal, now, onChange } = options
  const changes = plan.changes.filter(({ already }) => !already)
  const readBack = new Map<PlannedChange, Json>()
  if (changes.length === 0) return { state: 'applied', readBack }
  const captured = await journal.save(entriesOf(options, changes, 'captured', null))
  if (!captured.ok)
    return {
      state: 'refused',
      message: `Nothing was changed, because it could not be written down first. ${captured.fault.message}`,
    }

  for (const [index, planned] of changes.entries()) {
    onChange?.({ done: index, total: changes.length })
    const seen = await applyOne(planned, host)
    if (seen.ok) {
      readBack.set(planned, seen.value)
      continue
    }
    const left = await putBack(changes.slice(0, index + 1), host)
    // What could not be put back stays "captured": the next start offers to finish or to put back.
    const noted =
      left.length === 0 ? await journal.save(entriesOf(options, changes, 'rolled-back', null)) : ok(undefined)
    return {
      state: 'rolled-back',
      message: [seen.fault.message, ...left, ...(noted.ok ? [] : [noted.fault.message])].join(' '),
    }
  }
  onChange?.({ done: changes.length, total: changes.length })
  const verified = await journal.save(entriesOf(options, changes, 'verified', now()))
  if (verified.ok) return { state: 'applied', readBack }
  const left = await putBack(changes, host)
  return {
    state: 'rolled-back',
    message: [
      left.length === 0
        ? 'The change could not be written down, so it was put back.'
        : 'The change could not be written down, and not all of it could be put back.',
      ...left,
      verified.fault.message,
    ].join(' '),
  }
}
