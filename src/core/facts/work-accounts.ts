import type { WorkAccount } from '../../shared/report.ts'
import { fail, ok } from '../../shared/result.ts'
import { type Ask, defineProbe, type ProbeContext } from '../engine/probe.ts'
import type { DsregcmdStatus } from '../readers/dsregcmd-status.ts'
import { askingUser } from './asking-user.ts'
import { dsregcmd } from './dsregcmd.ts'
import { join } from './join.ts'
import { keys } from './keys.ts'
import { cannotBeSignedIn } from './signed-in.ts'
import { sameText, text } from './values.ts'

export interface WorkAccounts {
  readonly accounts: readonly WorkAccount[]
  /** Slots in use, of three; at least so many where they are not counted. */
  readonly used: number
  /** False when it is only known that an account is there. */
  readonly isCounted: boolean
}

/** Windows keeps at most three. Source: https://learn.microsoft.com/entra/identity/devices/faq */
export const mostWorkAccounts = 3

interface Held extends WorkAccount {
  readonly thumbprint: string | null
}

/** The accounts that are there for certain, though the whole list may not have been read. */
const fromRegistry = ({ recording }: ProbeContext): readonly Held[] => {
  const { registry } = recording
  const held: Held[] = []
  for (const name of registry.knownSubkeys(keys.workplaceJoinInfo)) {
    const key = `${keys.workplaceJoinInfo}\\${name}` as const
    const email = registry.value(key, 'UserEmail')
    const tenantId = registry.value(key, 'TenantId')
    held.push({
      thumbprint: name,
      email: email.ok ? text(email.value) : null,
      tenantId: tenantId.ok ? text(tenantId.value) : null,
    })
  }
  return held
}

const fromDsregcmd = (status: DsregcmdStatus): readonly Held[] =>
  status.workAccounts.map(({ thumbprint, tenantId }) => ({ thumbprint, tenantId, email: null }))

const isSame = (a: Held, b: Held): boolean => {
  if (a.thumbprint !== null && b.thumbprint !== null) return sameText(a.thumbprint, b.thumbprint)
  return a.tenantId !== null && b.tenantId !== null && sameText(a.tenantId, b.tenantId)
}

/** The registry knows the e-mail addresses, dsregcmd only that an account is there: the longer list is the true count. */
const merge = (registry: readonly Held[], printed: readonly Held[]): readonly Held[] => {
  const missing = printed.filter((account) => !registry.some((known) => isSame(known, account)))
  return [...registry, ...missing.slice(0, Math.max(0, printed.length - registry.length))]
}

/**
 * Work or school accounts of the signed-in user ("workplace join"). They belong to a Windows profile, so an answer given
 * to another user says nothing here.
 */
export const workAccounts = defineProbe<WorkAccounts>({
  id: 'work-accounts',
  trees: [keys.workplaceJoinInfo],
  of: [askingUser, dsregcmd],
  read: (context) => {
    const user = context.ask(askingUser)
    if (!user.ok) return user
    if (user.value.asSessionUser !== 'yes')
      return fail('unknown', 'Work accounts belong to the signed-in user, and this was not asked as that user.')
    const names = context.recording.registry.subkeys(keys.workplaceJoinInfo)
    const status = context.ask(dsregcmd)
    const printed = status.ok ? status.value : null
    const held = merge(fromRegistry(context), printed === null ? [] : fromDsregcmd(printed))
    const isPrinted = printed !== null && printed.workplaceJoined !== 'unknown'
    if (!names.ok && !isPrinted && held.length === 0) return names
    const count = printed?.user.workAccountCount ?? null
    const used = Math.max(held.length, count ?? 0, printed?.workplaceJoined === 'yes' ? 1 : 0)
    const isCounted = count !== null || (held.length >= used && (names.ok || isPrinted))
    return ok({ accounts: held.map(({ email, tenantId }) => ({ email, tenantId })), used, isCounted })
  },
})

/** Whether `upn` is among the accounts; unknown when one of them has no readable address. */
export const holds = ({ accounts, used, isCounted }: WorkAccounts, upn: string): 'yes' | 'no' | 'unknown' => {
  if (accounts.some(({ email }) => email !== null && sameText(email, upn))) return 'yes'
  return !isCounted || accounts.length < used || accounts.some(({ email }) => email === null) ? 'unknown' : 'no'
}

/** Whether every account that the user can prove here is known by its address. */
export const knowsAllAccounts = (ask: Ask): boolean => {
  const user = ask(askingUser)
  const held = ask(workAccounts)
  const joined = ask(join)
  if (!user.ok || !held.ok) return false
  const { accounts, used, isCounted } = held.value
  const knowsHeld = isCounted && accounts.length >= used && accounts.every(({ email }) => email !== null)
  return knowsHeld && (user.value.upn !== null || (joined.ok && cannotBeSignedIn(joined.value)))
}
