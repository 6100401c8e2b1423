import type { Intent } from '../../shared/intent.ts'
import type { CheckId, Finding, Report, ReportSource } from '../../shared/report.ts'
import { fingerprintsOf, keptFingerprints } from '../case-code/fingerprints.ts'
import { checks } from '../checks/registry.ts'
import { knowsAllAccounts } from '../facts/work-accounts.ts'
import type { StoredCase } from '../recording/load.ts'
import { openRecording } from '../recording/open-recording.ts'
import type { RecordedMachine, Recording } from '../recording/recording.ts'
import { version } from '../version.ts'
import { askOf } from './ask.ts'
import { coverageOf } from './coverage.ts'
import type { Check, Judgement } from './define-check.ts'
import { factsOf } from './facts.ts'
import { otherEndInput, withOtherEnd } from './other-end.ts'
import type { Ask } from './probe.ts'
import { testRunOf } from './test-run.ts'
import { verdictOf } from './verdict.ts'
import { outOfCase } from './wanted.ts'

/** A sentence for a check whose question cannot be put to this recording; null for all others. */
type Withheld = (id: CheckId) => string | null

const judgementOf = (check: Check, ask: Ask, intent: Intent, now: Date, withheld: Withheld): Judgement => {
  const reason = outOfCase(check, intent)
  if (reason !== null) return { status: 'not-applicable', detail: reason, evidence: [] }
  const why = withheld(check.id)
  if (why !== null)
    return { status: 'unknown', detail: why, evidence: [{ source: 'case', where: check.id, what: 'Not compared.' }] }
  const judged = check.judgeFrom(ask, { intent, now })
  if (judged.ok) return judged.value
  // "Could not look" is never bad and never fine.
  return {
    status: 'unknown',
    detail: judged.fault.message,
    evidence: [{ source: 'probe', where: check.id, what: `${judged.fault.code}: ${judged.fault.message}` }],
  }
}

/** Facts to findings. One check's trouble is that check's finding; the others are judged all the same. */
export const judgeRecordingWith = (
  list: readonly Check[],
  recording: Recording,
  intent: Intent,
  now: Date,
  withheld: Withheld = () => null,
): Pick<Report, 'facts' | 'findings' | 'verdict' | 'coverage' | 'fingerprints'> => {
  const ask = askOf(recording, intent, now)
  const findings = list.map((check): Finding => {
    const { status, detail, evidence, fixes } = judgementOf(check, ask, intent, now, withheld)
    return {
      id: check.id,
      status,
      title: check.title,
      why: check.why,
      detail,
      evidence,
      fixes: fixes ?? [],
      links: check.links,
    }
  })
  const facts = factsOf(recording, ask)
  const applicable = list.filter((_, index) => findings[index]?.status !== 'not-applicable')
  return {
    facts,
    findings,
    verdict: verdictOf(findings, facts, intent),
    coverage: coverageOf(applicable, recording, ask),
    fingerprints: fingerprintsOf(facts, intent, knowsAllAccounts(ask)),
  }
}

export interface JudgeOptions {
  readonly intent: Intent
  /** ISO 8601 UTC: the moment dates are judged against. */
  readonly now: string
  readonly source: ReportSource
  /** What a bundle's report held: its recording may be without the names that fingerprints are made of. */
  readonly stored?: StoredCase | null
  readonly withheld?: Withheld
}

/** The whole way from a recorded machine to a report. Equal input gives an equal report, byte for byte. */
export const judgeRecording = (
  machine: RecordedMachine,
  { intent, now, source, stored, withheld }: JudgeOptions,
): Report => {
  const recording = openRecording(machine)
  const { facts, findings, verdict, coverage, fingerprints } = judgeRecordingWith(
    checks,
    recording,
    intent,
    new Date(now),
    withheld,
  )
  const testRun = testRunOf(recording)
  const { damaged } = machine
  const gaps = [
    ...coverage.gaps,
    ...damaged.map(({ part, outcome }) => ({ probe: part, label: part, outcome: outcome ?? 'unreadable' })),
    ...testRun.gaps,
  ]
  const unique = gaps.filter(({ probe }, index) => gaps.findIndex((gap) => gap.probe === probe) === index)
  const report: Report = {
    format: 'pku2u-doctor/report@1',
    tool: { name: 'pku2u-doctor', version },
    createdAt: now,
    source,
    intent: { ...intent },
    facts,
    findings,
    verdict,
    coverage: { ...coverage, gaps: unique },
    fingerprints: stored ? keptFingerprints(stored.fingerprints, stored.intent, intent, fingerprints) : fingerprints,
    ...(damaged.length === 0 ? {} : { notes: damaged.map(({ message }) => message) }),
    ...(testRun.answers === null ? {} : { testRun: testRun.answers }),
  }
  return withOtherEnd(report, recording.input(otherEndInput))
}
