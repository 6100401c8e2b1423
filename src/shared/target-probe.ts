import type { Path } from './intent.ts'

/**
 * Security protocols of a Remote Desktop listener, by the names of [MS-RDPBCGR] "RDP Negotiation Request",
 * https://learn.microsoft.com/openspecs/windows_protocols/ms-rdpbcgr/902b090b-9cb3-4efc-92bf-ee13373371e3.
 * `HYBRID` and `HYBRID_EX` are Network Level Authentication, `RDSAAD` is the web account.
 */
export const targetProtocols = ['RDP', 'SSL', 'HYBRID', 'HYBRID_EX', 'RDSTLS', 'RDSAAD'] as const
export type TargetProtocol = (typeof targetProtocols)[number]

/** `refused`: it did not take the connection, or closed it without a word. `not-rdp`: something else answered. */
export const targetOutcomes = ['ok', 'no-name', 'refused', 'timeout', 'not-rdp'] as const
export type TargetOutcome = (typeof targetOutcomes)[number]

/** One connection request and what the listener said to it: at most one of `selected` and `failure`. */
export interface TargetTry {
  readonly requested: readonly TargetProtocol[]
  readonly selected: TargetProtocol | null
  readonly failure: { readonly code: number; readonly name: string } | null
}

export const certificateKinds = ['p2p', 'self-signed', 'other'] as const

/** Names in the order Windows shows them, dates in ISO 8601 UTC. Nothing about it was verified. */
export interface TargetCertificate {
  readonly subject: string
  readonly issuer: string
  readonly notBefore: string
  readonly notAfter: string
  /** p2p: issued by Entra's `MS-Organization-P2P-Access`. */
  readonly kind: (typeof certificateKinds)[number]
}

export interface AdminPort {
  readonly port: number
  readonly name: string
  readonly state: 'open' | 'refused' | 'timeout'
}

/** What `probe --json` prints and `inputs/probe.json` holds. */
export interface TargetProbe {
  readonly target: string
  readonly port: number
  readonly outcome: TargetOutcome
  readonly resolved: readonly string[]
  readonly tried: readonly TargetTry[]
  /** What was seen selected. A listener names one protocol for each request, so the others are not known to be refused. */
  readonly accepted: readonly TargetProtocol[]
  readonly certificate: TargetCertificate | null
  /** Only where it was asked for. */
  readonly adminPorts?: readonly AdminPort[] | undefined
}

const pathProtocols: Readonly<Record<Path, readonly TargetProtocol[]>> = {
  pku2u: ['HYBRID', 'HYBRID_EX'],
  web: ['RDSAAD'],
}

const offersAny = (offered: readonly TargetProtocol[], wanted: readonly TargetProtocol[]): boolean =>
  offered.some((protocol) => wanted.includes(protocol))

/** What a probe says about the way that a case takes. */
export type PathAnswer =
  | { readonly state: 'unreachable'; readonly outcome: Exclude<TargetOutcome, 'ok'> }
  | { readonly state: 'selected' }
  | { readonly state: 'refused'; readonly failure: NonNullable<TargetTry['failure']> }
  /** Network Level Authentication was offered, and this was selected. */
  | { readonly state: 'without-nla'; readonly selected: 'SSL' | 'RDP' }
  | { readonly state: 'not-seen' }

export const pathAnswer = ({ outcome, tried, accepted }: TargetProbe, path: Path): PathAnswer => {
  if (outcome !== 'ok') return { state: 'unreachable', outcome }
  const wanted = pathProtocols[path]
  if (offersAny(accepted, wanted) || tried.some(({ selected }) => selected !== null && wanted.includes(selected)))
    return { state: 'selected' }
  const refusal = tried.find(({ requested, failure }) => failure !== null && offersAny(requested, wanted))
  if (refusal !== undefined && refusal.failure !== null) return { state: 'refused', failure: refusal.failure }
  for (const { requested, selected } of tried)
    if (offersAny(requested, pathProtocols.pku2u) && (selected === 'SSL' || selected === 'RDP'))
      return { state: 'without-nla', selected }
  return { state: 'not-seen' }
}
