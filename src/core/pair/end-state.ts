import type { Path, Role, Track } from '../../shared/intent.ts'
import type { CheckId, Facts, Fingerprints, Report, Status, VerdictState } from '../../shared/report.ts'

/** A finding that applies to this case. */
export interface EndFinding {
  readonly id: CheckId
  readonly status: Exclude<Status, 'not-applicable'>
  /** A fix of this product cures it. */
  readonly oneClick: boolean
}

/** What one end says to the other, wherever it was written down: no name, host, address, tenant or account in clear. */
export interface EndState {
  readonly role: Role
  readonly track: Track
  readonly path: Path
  /** The case names the account of the connection. */
  readonly accountNamed: boolean
  readonly join: Facts['join']['state']
  readonly deviceAuth: Facts['join']['deviceAuth']
  readonly pku2u: Facts['pku2u']['state']
  readonly owner: Facts['pku2u']['owner']
  readonly restartDue: boolean
  readonly build: number | null
  readonly isServer: boolean | null
  readonly verdict: VerdictState
  readonly findings: readonly EndFinding[]
  readonly fingerprints: Fingerprints
  /** ISO 8601 UTC, whole seconds. */
  readonly createdAt: string
}

/** What is needed of a report, whichever version wrote it. */
export interface ReportOfEnd {
  readonly createdAt: string
  readonly intent: Report['intent']
  readonly facts: {
    readonly join: Facts['join']
    readonly os: Pick<Facts['os'], 'build' | 'isServer'>
    readonly pku2u: Pick<Facts['pku2u'], 'state' | 'owner'>
    readonly restart: Pick<Facts['restart'], 'due'>
  }
  readonly findings: readonly {
    readonly id: CheckId
    readonly status: Status
    readonly fixes: readonly string[]
  }[]
  readonly verdict: Pick<Report['verdict'], 'state'>
  readonly fingerprints: Fingerprints
}

const wholeSeconds = (time: string): string => `${new Date(time).toISOString().slice(0, 19)}Z`

export const endOfReport = ({ intent, facts, findings, verdict, fingerprints, createdAt }: ReportOfEnd): EndState => ({
  role: intent.role,
  track: intent.track,
  path: intent.path,
  accountNamed: intent.account !== null,
  join: facts.join.state,
  deviceAuth: facts.join.deviceAuth,
  pku2u: facts.pku2u.state,
  owner: facts.pku2u.owner,
  restartDue: facts.restart.due,
  build: facts.os.build,
  isServer: facts.os.isServer,
  verdict: verdict.state,
  findings: findings.flatMap(({ id, status, fixes }) =>
    status === 'not-applicable' ? [] : [{ id, status, oneClick: fixes.length > 0 }],
  ),
  fingerprints,
  createdAt: wholeSeconds(createdAt),
})
