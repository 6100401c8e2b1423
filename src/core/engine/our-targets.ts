import { fixes } from '../fixes/registry.ts'
import type { Change } from './change.ts'

/** Stands in for the account, which no target of this product rests on but its own. */
const somebody = 'somebody@example.com'

const registryAndFirewall = (): ReadonlySet<string> =>
  new Set(
    fixes.flatMap((fix) => {
      const changes = fix.changes({ account: somebody })
      return changes.ok ? changes.value.map(({ target }) => target) : []
    }),
  )

let known: ReadonlySet<string> | null = null

/**
 * Whether a change from the journal touches what a fix of this product touches. A journal is a file: an entry that names
 * any other key, group or rule is not ours, and nothing is done about it.
 */
export const isOurs = ({ kind, target }: Change): boolean => {
  known ??= registryAndFirewall()
  if (known.has(target)) return true
  return kind === 'local-group-member' && target.startsWith('local-group-member s-1-5-32-555 ')
}
