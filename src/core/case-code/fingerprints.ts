import { createHmac, hash } from 'node:crypto'
import { base32Text } from '../../shared/case-code/base32.ts'
import type { Intent } from '../../shared/intent.ts'
import type { Facts, Fingerprints, KnownAccount } from '../../shared/report.ts'

/** The facts that fingerprints are made of. */
export interface PrintedFacts {
  readonly tenant: Pick<Facts['tenant'], 'id'>
  readonly user: Pick<Facts['user'], 'upn' | 'asSessionUser'>
  readonly workAccounts: Facts['workAccounts']
  readonly host: Facts['host']
}

const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The first bits of a digest, five to a character. */
const firstBits = (digest: Uint8Array, bits: number): string => {
  const fiveAt = (bit: number): number => {
    const byte = bit >> 3
    const two = ((digest[byte] ?? 0) << 8) | (digest[byte + 1] ?? 0)
    return (two >> (11 - (bit & 7))) & 31
  }
  return base32Text(Array.from({ length: bits / 5 }, (_, at) => fiveAt(at * 5)))
}

/** Lower-case tenant id. null: there is none, or it is a token that stands for one. */
const tenantId = (text: string | null): string | null => {
  const id = text?.trim().toLowerCase() ?? ''
  return guid.test(id) ? id : null
}

/** The first 50 bits of SHA-256, as 10 characters. */
const tenantPrint = (id: string): string => firstBits(hash('sha256', `pku2u-doctor tenant ${id}`, 'buffer'), 50)

/** The first 30 bits of HMAC-SHA256 under the tenant id, as 6 characters: they say nothing outside of that tenant. */
const keyedPrint = (id: string, text: string): string =>
  firstBits(createHmac('sha256', id).update(text.toLowerCase()).digest(), 30)

/** Windows compares computer names by their first label. An address names no computer. */
const deviceText = (host: string): string | null => {
  const isAddress = host.includes(':') || /^[\d.]+$/.test(host)
  const [name = ''] = host.split('.')
  return isAddress || name === '' ? null : `device ${name}`
}

const sameText = (a: string | null, b: string | null): boolean =>
  a !== null && b !== null && a.toLowerCase() === b.toLowerCase()

/** Only from a registered tenant can a client that holds the account prove it; else the PC's own tenant counts. */
const tenantOfCase = ({ tenant, workAccounts }: PrintedFacts, { role, account }: Intent): string | null => {
  const own = tenantId(tenant.id)
  if (role === 'server') return own
  const holder = workAccounts.find(({ email }) => sameText(email, account))
  const held = new Set(workAccounts.map((each) => tenantId(each.tenantId)))
  const [only = null] = held
  return tenantId(holder?.tenantId ?? null) ?? own ?? (held.size === 1 ? only : null)
}

const knownAccounts = ({ tenant, user, workAccounts }: PrintedFacts): readonly KnownAccount[] => {
  const signedIn = user.asSessionUser === 'yes' ? [{ email: user.upn, tenantId: tenant.id }] : []
  return [...signedIn, ...workAccounts].flatMap(({ email, tenantId: text }) => {
    const id = tenantId(text)
    return id === null ? [] : [{ tenant: tenantPrint(id), account: email === null ? null : keyedPrint(id, email) }]
  })
}

/** Windows keeps three work accounts beside the one that is signed in. */
const mostKnownAccounts = 4

/**
 * What one end may tell the other without naming anything.
 * @param knownAll whether every account of the user could be read
 */
export const fingerprintsOf = (facts: PrintedFacts, intent: Intent, knownAll: boolean): Fingerprints => {
  const id = tenantOfCase(facts, intent)
  const keyed = (text: string | null): string | null => (id === null || text === null ? null : keyedPrint(id, text))
  const known = intent.role === 'client' ? knownAccounts(facts) : []
  return {
    tenant: id === null ? null : tenantPrint(id),
    account: keyed(intent.account),
    device: keyed(deviceText(facts.host.name)),
    peer: keyed(intent.peer === null ? null : deviceText(intent.peer)),
    known: known.slice(0, mostKnownAccounts),
    knownAll: knownAll && known.length <= mostKnownAccounts,
  }
}

/**
 * The fingerprints of a bundle judged again. Its recording may hold tokens instead of names, so those made from the
 * names count; a question that was not asked then can only be answered where names are still there.
 */
export const keptFingerprints = (stored: Fingerprints, storedIntent: Intent, intent: Intent, now: Fingerprints) => ({
  ...stored,
  account: sameText(storedIntent.account, intent.account) ? stored.account : now.account,
  peer: sameText(storedIntent.peer, intent.peer) ? stored.peer : now.peer,
  known: intent.role === storedIntent.role ? stored.known : now.known,
  knownAll: intent.role === storedIntent.role && stored.knownAll,
})
