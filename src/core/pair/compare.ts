import type { EndState } from './end-state.ts'

/** "unknown" for want of a fingerprint, never "different". */
export type Compared = 'same' | 'different' | 'unknown'

const compared = (a: string | null, b: string | null): Compared =>
  a === null || b === null ? 'unknown' : a === b ? 'same' : 'different'

/** A client is also of the tenants of the work accounts it holds, unless its case is about one account. */
export const compareTenants = (client: EndState, server: EndState): Compared => {
  const own = compared(client.fingerprints.tenant, server.fingerprints.tenant)
  if (own === 'same' || client.accountNamed || server.fingerprints.tenant === null) return own
  return client.fingerprints.known.some(({ tenant }) => tenant === server.fingerprints.tenant) ? 'same' : own
}

/** Prints under the tenant’s key compare within one tenant only. */
const withinTenant = (client: EndState, server: EndState, a: string | null, b: string | null): Compared =>
  compared(client.fingerprints.tenant, server.fingerprints.tenant) === 'same' ? compared(a, b) : 'unknown'

export const compareAccounts = (client: EndState, server: EndState): Compared =>
  withinTenant(client, server, client.fingerprints.account, server.fingerprints.account)

/** Whether the PC that the client was checked for is the server. */
export const comparePeers = (client: EndState, server: EndState): Compared =>
  withinTenant(client, server, client.fingerprints.peer, server.fingerprints.device)

export const compareDevices = (a: EndState, b: EndState): Compared =>
  withinTenant(a, b, a.fingerprints.device, b.fingerprints.device)

/** Whether the client’s user can prove the account that the server was checked for. */
export const knowsAccountOf = (client: EndState, server: EndState): Compared => {
  const { tenant, account } = server.fingerprints
  if (tenant === null || account === null) return 'unknown'
  const { known, knownAll } = client.fingerprints
  if (known.some((each) => each.tenant === tenant && each.account === account)) return 'same'
  return knownAll ? 'different' : 'unknown'
}
