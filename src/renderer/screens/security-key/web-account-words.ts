import type { Report } from '../../../shared/report.ts'

/** Whether the other PC was seen to take a web account, which is the way for a key over Remote Desktop. null: not asked. */
export const webAccountWords = ({ intent: { peer, path }, findings }: Report): string | null => {
  const target = findings.find(({ id }) => id === 'network.target')
  if (peer === null || target === undefined || target.status === 'not-applicable') return null
  if (path !== 'web')
    return `Whether ${peer} takes a web account was not asked. Choose the web account as the sign-in path on the start screen, and check again.`
  if (target.status === 'pass')
    return `${peer} takes a web account: a security key can sign in there over Remote Desktop.`
  return target.status === 'fail'
    ? `${peer} did not offer the web account. ${target.detail}`
    : `Whether ${peer} takes a web account was not seen.`
}
