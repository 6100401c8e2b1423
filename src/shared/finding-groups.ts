import type { Finding, FixId, Report } from './report.ts'

export const groupIds = ['needs-you', 'one-change', 'not-read', 'fine', 'does-not-apply'] as const
export type GroupId = (typeof groupIds)[number]

/** Written back by the policy that owns the setting, so no single change here helps while one holds it off. */
const heldByPolicy: FixId = 'pku2u.enable'

export const isHeldByPolicy = ({ findings }: Report, { fixes }: Finding): boolean =>
  fixes.includes(heldByPolicy) && findings.some(({ id, status }) => id === 'pku2u.owner' && status === 'fail')

/** There is a change that could cure it. */
export const isChangeable = ({ status, fixes }: Finding): boolean =>
  fixes.length > 0 && (status === 'fail' || status === 'warn')

/** Everything that one plan could hold; a fix that cures two findings is in it once. */
export const fixAllIds = (findings: readonly Finding[]): readonly FixId[] => [
  ...new Set(findings.filter(isChangeable).flatMap(({ fixes }) => fixes)),
]

const groupOf = (report: Report, finding: Finding): GroupId => {
  switch (finding.status) {
    case 'pass':
      return 'fine'
    case 'not-applicable':
      return 'does-not-apply'
    case 'unknown':
      return 'not-read'
    default:
      return finding.fixes.length === 0 || isHeldByPolicy(report, finding) ? 'needs-you' : 'one-change'
  }
}

export interface FindingGroup {
  readonly id: GroupId
  /** Problems before cautions, otherwise in the order of the report. */
  readonly findings: readonly Finding[]
}

/** All five groups in the order they are shown in, empty ones included. */
export const groupFindings = (report: Report): readonly FindingGroup[] =>
  groupIds.map((id) => {
    const findings = report.findings.filter((finding) => groupOf(report, finding) === id)
    const failsFirst = (finding: Finding) => (finding.status === 'fail' ? 0 : 1)
    return { id, findings: findings.toSorted((a, b) => failsFirst(a) - failsFirst(b)) }
  })
