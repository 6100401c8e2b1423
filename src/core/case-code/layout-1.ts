import type { EndState } from '../pair/end-state.ts'
import { bitsOf, characters, choice, type Field, flag, list, number, optional, record } from './bits.ts'
import { findingsOf, type Mark, marks, marksOf } from './coded-checks.ts'

interface Content extends Omit<EndState, 'findings' | 'fingerprints' | 'createdAt'> {
  /** Seconds since 1970. */
  readonly createdAt: number
  readonly findings: readonly Mark[]
  readonly tenant: string | null
  readonly account: string | null
  readonly device: string | null
  readonly peer: string | null
  /** `tenant` null: the one above. */
  readonly known: readonly { readonly tenant: string | null; readonly account: string | null }[]
  readonly knownAll: boolean
}

/** Version 1. Codes of it are out there: nothing in here changes its place or its size any more. */
const content: Field<Content> = record<Content>({
  role: choice('client', 'server'),
  track: choice('rdp', 'security-key'),
  path: choice('pku2u', 'web'),
  accountNamed: flag,
  join: choice(
    'unknown',
    'entra-joined',
    'hybrid-joined',
    'domain-joined',
    'on-premises-drs-joined',
    'entra-registered',
    'workgroup',
  ),
  deviceAuth: choice('unknown', 'success', 'disabled-or-deleted', 'untested'),
  pku2u: choice('unknown', 'on', 'off', 'not-set', 'invalid'),
  owner: choice('unknown', 'none', 'group-policy', 'mdm'),
  restartDue: flag,
  build: optional(number(20)),
  isServer: optional(flag),
  verdict: choice('unknown', 'ready', 'fixable', 'action', 'unsupported', 'managed', 'restart'),
  createdAt: number(34),
  findings: list(6, choice(...marks)),
  tenant: optional(characters(10)),
  account: optional(characters(6)),
  device: optional(characters(6)),
  peer: optional(characters(6)),
  known: list(3, record({ tenant: optional(characters(10)), account: optional(characters(6)) })),
  knownAll: flag,
})

const contentOf = ({ findings, fingerprints, createdAt, ...end }: EndState): Content => ({
  ...end,
  ...fingerprints,
  createdAt: Math.max(0, Math.floor(Date.parse(createdAt) / 1000)),
  findings: marksOf(findings),
  known: fingerprints.known.map(({ tenant, account }) => ({
    tenant: tenant === fingerprints.tenant ? null : tenant,
    account,
  })),
})

const endOf = ({ createdAt, findings, tenant, account, device, peer, known, knownAll, ...end }: Content): EndState => ({
  ...end,
  createdAt: `${new Date(createdAt * 1000).toISOString().slice(0, 19)}Z`,
  findings: findingsOf(findings),
  fingerprints: {
    tenant,
    account,
    device,
    peer,
    known: known.flatMap((each) => {
      const of = each.tenant ?? tenant
      return of === null ? [] : [{ tenant: of, account: each.account }]
    }),
    knownAll,
  },
})

/** A text of 0 and 1. */
export const writeLayout1 = (end: EndState): string => content.write(contentOf(end))

/** null: these bits do not make sense. */
export const readLayout1 = (text: string): EndState | null => {
  const bits = bitsOf(text)
  const read = content.read(bits)
  return bits.isGood() ? endOf(read) : null
}
