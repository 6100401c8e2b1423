import fc from 'fast-check'
import { codedChecks } from '../../src/core/case-code/coded-checks.ts'
import type { EndFinding, EndState } from '../../src/core/pair/end-state.ts'
import { base32Alphabet } from '../../src/shared/case-code/base32.ts'
import type { KnownAccount } from '../../src/shared/report.ts'

const print = (length: number) =>
  fc
    .array(fc.constantFrom(...base32Alphabet), { minLength: length, maxLength: length })
    .map((letters) => letters.join(''))
const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { nil: null })
const known: fc.Arbitrary<KnownAccount> = fc.record(
  { tenant: print(10), account: maybe(print(6)) },
  { noNullPrototype: true },
)
const statuses = ['pass', 'warn', 'unknown', 'fail'] as const

const findings: fc.Arbitrary<readonly EndFinding[]> = fc
  .array(fc.tuple(fc.constantFrom(null, ...statuses), fc.boolean()), {
    minLength: codedChecks.length,
    maxLength: codedChecks.length,
  })
  .map((all) =>
    all.flatMap(([status, oneClick], at) => {
      const id = codedChecks[at]
      if (status === null || id === undefined) return []
      return [{ id, status, oneClick: oneClick && (status === 'fail' || status === 'warn') }]
    }),
  )

/** What any end may say, sensible or not. */
export const randomEnd: fc.Arbitrary<EndState> = fc.record(
  {
    role: fc.constantFrom('client', 'server'),
    track: fc.constantFrom('rdp', 'security-key'),
    path: fc.constantFrom('pku2u', 'web'),
    accountNamed: fc.boolean(),
    join: fc.constantFrom(
      'entra-joined',
      'hybrid-joined',
      'domain-joined',
      'on-premises-drs-joined',
      'entra-registered',
      'workgroup',
      'unknown',
    ),
    deviceAuth: fc.constantFrom('success', 'disabled-or-deleted', 'untested', 'unknown'),
    pku2u: fc.constantFrom('on', 'off', 'not-set', 'invalid', 'unknown'),
    owner: fc.constantFrom('none', 'group-policy', 'mdm', 'unknown'),
    restartDue: fc.boolean(),
    build: maybe(fc.integer({ min: 0, max: 0xfffff })),
    isServer: maybe(fc.boolean()),
    verdict: fc.constantFrom('ready', 'fixable', 'action', 'unsupported', 'managed', 'restart', 'unknown'),
    findings,
    fingerprints: fc.record(
      {
        tenant: maybe(print(10)),
        account: maybe(print(6)),
        device: maybe(print(6)),
        peer: maybe(print(6)),
        known: fc.array(known, { maxLength: 4 }),
        knownAll: fc.boolean(),
      },
      { noNullPrototype: true },
    ),
    createdAt: fc
      .date({ min: new Date(0), max: new Date('2400-01-01'), noInvalidDate: true })
      .map((date) => `${date.toISOString().slice(0, 19)}Z`),
  },
  { noNullPrototype: true },
)
