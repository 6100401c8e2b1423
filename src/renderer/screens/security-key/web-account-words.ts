import type { Report } from '../../../shared/report.ts'
import type { TargetAnswer } from '../../store/target-slice.ts'

/** Whether the listener of the other PC was seen to take a web account; null when nobody asked it. */
const asked = (peer: string, answer: TargetAnswer): boolean | null => {
  if (answer.phase !== 'answered' || answer.question.target !== peer) return null
  if (answer.probe.accepted.includes('RDSAAD')) return true
  return answer.probe.tried.some(({ requested }) => requested.includes('RDSAAD')) ? false : null
}

/** The way for a key over Remote Desktop: what is known of the other PC. null: no other PC is part of the case. */
export const webAccountWords = ({ intent: { peer, path }, findings }: Report, answer: TargetAnswer): string | null => {
  if (peer === null) return null
  const seen = asked(peer, answer)
  const target = path === 'web' ? findings.find(({ id }) => id === 'network.target') : undefined
  if (seen === true || target?.status === 'pass')
    return `${peer} takes a web account: a security key can sign in there over Remote Desktop.`
  if (seen === false) return `${peer} did not offer the web account.`
  if (target?.status === 'fail') return `${peer} did not offer the web account. ${target.detail}`
  return path === 'web'
    ? `Whether ${peer} takes a web account was not seen.`
    : `Whether ${peer} takes a web account was not asked. Choose the web account as the sign-in path on the start screen, and check again.`
}
