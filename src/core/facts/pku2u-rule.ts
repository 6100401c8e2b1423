import { ok } from '../../shared/result.ts'
import { defineProbe } from '../engine/probe.ts'
import { join, onDomainOnly } from './join.ts'
import { operatingSystem } from './operating-system.ts'
import { workAccounts } from './work-accounts.ts'

/**
 * Which expectation AllowOnlineID is judged by on this PC, and what Windows is believed to do while it is not set.
 * Sources disagree on the defaults, so "not set" is its own state: see the pages that `pku2u.setting` links to.
 */
export type Pku2uRule =
  /** Only joined to a domain, nobody holds a work account: the setting should stay off. */
  | 'keep-off'
  /** Any Windows Server: off by default. */
  | 'server'
  /** Registered or workgroup: believed to be off by default. */
  | 'registered'
  /** Hybrid joined client: sources disagree. */
  | 'hybrid-client'
  /** Entra joined client: believed to be on by default. */
  | 'entra-client'
  /** The join state could not be read. */
  | 'join-unknown'
  /** On a domain, and whether the user holds a work account could not be read. */
  | 'account-unknown'

export const pku2uRule = defineProbe<Pku2uRule>({
  id: 'pku2u-rule',
  of: [join, operatingSystem, workAccounts],
  read: ({ ask }) => {
    const joined = ask(join)
    const state = joined.ok ? joined.value.state : 'unknown'
    const os = ask(operatingSystem)
    const isServer = os.ok && os.value.isServer === true
    if (state === 'unknown') return ok('join-unknown')
    if (onDomainOnly(state)) {
      const accounts = ask(workAccounts)
      if (!accounts.ok) return ok('account-unknown')
      if (accounts.value.used === 0) return ok('keep-off')
      return ok(isServer ? 'server' : 'registered')
    }
    if (isServer) return ok('server')
    if (state === 'hybrid-joined') return ok('hybrid-client')
    return ok(state === 'entra-joined' ? 'entra-client' : 'registered')
  },
})
