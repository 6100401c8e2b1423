import type { Path, Role, Track } from './intent.ts'
import type { PairVerdict } from './pair.ts'
import type { TestResult } from './security-key/test-run.ts'

/** Unknown is never pass and never fail: it says that nobody could look. */
export type Status = 'pass' | 'warn' | 'fail' | 'unknown' | 'not-applicable'
export type CheckId = `${string}.${string}`
export type FixId = `${string}.${string}`

export interface Evidence {
  /** The tool or store that was asked: `registry`, `dsregcmd`, `nltest`, `policy`, … */
  readonly source: string
  /** The exact key, command or file. */
  readonly where: string
  /** What it said. */
  readonly what: string
}

export interface Link {
  readonly title: string
  readonly url: string
}

export interface Finding {
  readonly id: CheckId
  readonly status: Status
  readonly title: string
  /** Why an administrator should care, whatever was found. */
  readonly why: string
  readonly detail: string
  readonly evidence: readonly Evidence[]
  readonly fixes: readonly FixId[]
  readonly links: readonly Link[]
}

export type VerdictState = 'ready' | 'fixable' | 'action' | 'unsupported' | 'managed' | 'restart' | 'unknown'

export interface Verdict {
  readonly state: VerdictState
  readonly headline: string
  /** What to do, in order. */
  readonly next: readonly string[]
}

export type JoinState =
  | 'entra-joined'
  | 'hybrid-joined'
  | 'domain-joined'
  | 'on-premises-drs-joined'
  | 'entra-registered'
  | 'workgroup'
  | 'unknown'

export type YesNo = 'yes' | 'no' | 'unknown'

/** A work or school account held by the Windows profile ("workplace join"). */
export interface WorkAccount {
  readonly email: string | null
  readonly tenantId: string | null
}

export interface Facts {
  readonly join: {
    readonly state: JoinState
    readonly deviceAuth: 'success' | 'disabled-or-deleted' | 'untested' | 'unknown'
  }
  readonly tenant: { readonly id: string | null; readonly name: string | null }
  readonly os: {
    readonly build: number | null
    readonly isServer: boolean | null
    readonly edition: string | null
    readonly name: string | null
  }
  readonly pku2u: {
    readonly value: number | null
    readonly state: 'on' | 'off' | 'not-set' | 'invalid' | 'unknown'
    readonly owner: 'none' | 'group-policy' | 'mdm' | 'unknown'
    readonly ownerName: string | null
  }
  readonly workAccounts: readonly WorkAccount[]
  readonly workAccountPlaces: {
    /** null: nobody could look. An account may take a place although its address could not be read. */
    readonly used: number | null
    readonly limit: number
    /** Whether a policy forbids adding work accounts. */
    readonly addingBlocked: YesNo
  }
  readonly user: { readonly upn: string | null; readonly name: string | null; readonly asSessionUser: YesNo }
  readonly domainController: { readonly keyList: YesNo }
  readonly restart: {
    readonly due: boolean
    /** When Windows started, ISO 8601 UTC; null when it did not say. */
    readonly bootedAt: string | null
    /** The newest change of this product that a restart carries into effect. */
    readonly changedAt: string | null
  }
  /** Ids of change sets that were interrupted: they can be finished or put back. */
  readonly interruptedChanges: readonly string[]
  readonly host: { readonly name: string }
}

export interface Gap {
  /** A command id, or `registry:KEY`. */
  readonly probe: string
  /** In words: "Device registration (dsregcmd)". */
  readonly label: string
  readonly outcome: string
}

/** How much of what the checks of this intent need was answered. */
export interface Coverage {
  readonly asked: number
  readonly answered: number
  readonly gaps: readonly Gap[]
}

/** An account that the user of a client can prove: signed in with it, or holding it as a work account. */
export interface KnownAccount {
  readonly tenant: string
  /** null: its address could not be read. */
  readonly account: string | null
}

/**
 * Say "same" or "different" about two ends without naming a tenant, an account or a PC. Base-32 characters; null: not
 * known. All but `tenant` are keyed by the tenant and compare only where it is the same.
 */
export interface Fingerprints {
  readonly tenant: string | null
  /** Of the account that the case names. */
  readonly account: string | null
  /** Of this PC's name. */
  readonly device: string | null
  /** Of the other PC's name, where the case names it. */
  readonly peer: string | null
  /** Empty for the PC that is connected to. */
  readonly known: readonly KnownAccount[]
  /** False: there may be accounts that could not be read. */
  readonly knownAll: boolean
}

/** What a person answered to one guided test of a security key. */
export interface ReportedTest extends TestResult {
  readonly title: string
}

/** What the other end's case code says about both ends together. */
export interface ReportedOtherEnd {
  /** ISO 8601 UTC: the moment the other end was judged at. */
  readonly createdAt: string
  readonly pair: PairVerdict
}

export type ReportSource = 'live' | 'simulated' | 'recording' | 'bundle'

export interface Report {
  readonly format: 'pku2u-doctor/report@1'
  readonly tool: { readonly name: 'pku2u-doctor'; readonly version: string }
  /** ISO 8601 UTC: the "now" that dates were judged against. */
  readonly createdAt: string
  readonly source: ReportSource
  readonly intent: {
    readonly role: Role
    readonly track: Track
    readonly path: Path
    readonly account: string | null
    readonly peer: string | null
    readonly domain: string | null
  }
  readonly facts: Facts
  readonly findings: readonly Finding[]
  readonly verdict: Verdict
  readonly coverage: Coverage
  readonly fingerprints: Fingerprints
  /** Sentences about parts of the recording that were damaged, changed or of a newer format; absent when there are none. */
  readonly notes?: readonly string[]
  /** Absent when nobody added one. */
  readonly testRun?: readonly ReportedTest[]
  /** Absent when nobody added the other end's case code. */
  readonly otherEnd?: ReportedOtherEnd
}
