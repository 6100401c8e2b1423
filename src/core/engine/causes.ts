import type { Finding, Report, Status } from '../../shared/report.ts'
import { decidingIds } from './deciding.ts'

/**
 * Ids of the findings behind a verdict, those that gave it its name first. What would be found anyway once the verdict is
 * dealt with is a cause too: a PC that a policy holds and that lacks the account has both.
 */
export const causesOf = ({ findings, intent, verdict }: Pick<Report, 'findings' | 'intent' | 'verdict'>): string[] => {
  const ids = (holds: (finding: Finding) => boolean) => findings.filter(holds).map(({ id }) => id)
  const has =
    (...statuses: readonly Status[]) =>
    (finding: Finding) =>
      statuses.includes(finding.status)
  const named =
    (...names: readonly string[]) =>
    (finding: Finding) =>
      names.includes(finding.id)
  const failed = ids((finding) => finding.status === 'fail' && finding.id !== 'pku2u.restart')
  const first = (): string[] => {
    switch (verdict.state) {
      case 'ready':
        return []
      case 'unsupported':
        return failed.filter((id) => id === 'os.supported' || id === 'security-key.scenario')
      case 'managed':
        return ['pku2u.owner']
      case 'action':
        return ids((finding) => failed.includes(finding.id) && finding.fixes.length === 0)
      case 'fixable':
        return failed.length > 0 ? failed : ids(named('pku2u.setting'))
      case 'restart':
        return ids(named('pku2u.restart'))
      case 'unknown': {
        const deciding = decidingIds(intent)
        return ids(has('unknown')).filter((id) => deciding.has(id))
      }
    }
  }
  return [...new Set([...first(), ...failed])]
}
