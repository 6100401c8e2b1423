import { isDeepStrictEqual } from 'node:util'
import type { ComparedSide, Comparison } from '../../shared/comparison.ts'
import type { ComparableReport } from './report-file.ts'

export interface Side {
  readonly file: string
  readonly kind: ComparedSide['kind']
  readonly report: ComparableReport
  /** Names the key behind the tokens; null: nothing was replaced. `unknown`: replaced, and nobody knows under which key. */
  readonly caseKeyId: string | null
}

/** Facts that name a person, tenant, device or policy: tokens in a redacted bundle. */
const identity = ['tenant', 'user.upn', 'user.name', 'host', 'workAccounts', 'pku2u.ownerName']

const isIdentity = (path: string): boolean => identity.some((name) => path === name || path.startsWith(`${name}.`))

/** Facts by their names with dots. Lists stay whole. */
const flatten = (facts: unknown, path = ''): readonly (readonly [path: string, value: unknown])[] =>
  typeof facts === 'object' && facts !== null && !Array.isArray(facts)
    ? Object.entries(facts).flatMap(([name, value]) => flatten(value, path === '' ? name : `${path}.${name}`))
    : [[path, facts]]

/** Names of both, in the order of the first, what only the second has at the end. */
const namesOf = (a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>): readonly string[] => [
  ...new Set([...a.keys(), ...b.keys()]),
]

const sideOf = ({ file, kind, report }: Side): ComparedSide => {
  const host = report.facts['host']
  const name = typeof host === 'object' && host !== null && 'name' in host ? host.name : ''
  return {
    file,
    kind,
    host: typeof name === 'string' ? name : '',
    createdAt: report.createdAt,
    role: report.intent.role,
  }
}

const leftOut = 'so names, accounts, tenants and hosts cannot be compared and are left out.'

/** Why names are left out; null: they are compared. */
const hiddenNote = (a: Side, b: Side): string | null => {
  const keys = [a.caseKeyId, b.caseKeyId]
  if (keys.includes('unknown')) return `A report alone does not say under which case key it was redacted, ${leftOut}`
  if (a.caseKeyId === b.caseKeyId) return null
  return keys.includes(null)
    ? `Only one of the two was redacted, ${leftOut}`
    : `The two were redacted under different case keys, ${leftOut}`
}

/** What differs between two reports. Tokens of different keys are never compared: equal originals look different there. */
export const compareSides = (a: Side, b: Side): Comparison => {
  const hidden = hiddenNote(a, b)
  const [roleA, roleB] = [a.report.intent.role, b.report.intent.role]
  const statuses = [a, b].map(({ report }) => new Map(report.findings.map(({ id, status }) => [id, status] as const)))
  const facts = [a, b].map(({ report }) => new Map(flatten(report.facts)))
  const [statusA = new Map(), statusB = new Map()] = statuses
  const [factA = new Map(), factB = new Map()] = facts
  return {
    a: sideOf(a),
    b: sideOf(b),
    verdict: { a: a.report.verdict.state, b: b.report.verdict.state },
    findings: namesOf(statusA, statusB)
      .map((id) => ({ id, a: statusA.get(id) ?? null, b: statusB.get(id) ?? null }))
      .filter((finding) => finding.a !== finding.b),
    facts: namesOf(factA, factB)
      .filter((path) => hidden === null || !isIdentity(path))
      .map((path) => ({ path, a: factA.get(path) ?? null, b: factB.get(path) ?? null }))
      .filter((fact) => !isDeepStrictEqual(fact.a, fact.b)),
    notes: [
      ...(hidden === null ? [] : [hidden]),
      ...(roleA === roleB ? [] : [`The first was judged as ${roleA} and the second as ${roleB}.`]),
    ],
  }
}
