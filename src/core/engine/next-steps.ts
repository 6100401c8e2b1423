import type { Intent } from '../../shared/intent.ts'
import type { Facts, Finding, VerdictState } from '../../shared/report.ts'
import { fixes } from '../fixes/registry.ts'
import { decidingIds } from './deciding.ts'

const lookUpOwner = 'Who owns the PKU2U setting is looked up with administrator rights before anything is written.'
const lookUpKeyOwner =
  'Whether a policy turns security keys off is looked up with administrator rights before anything is written.'
const otherEnd = 'Check the other PC too: PKU2U must be allowed on both ends.'

const fixSentence = (finding: Finding): string => {
  const titles = finding.fixes.flatMap((id) => fixes.find((fix) => fix.id === id)?.title ?? [])
  return titles.length === 0 ? finding.detail : `${titles.join('; ')}.`
}

/** What to do, most pressing first, each a sentence. */
export const nextSteps = (
  state: VerdictState,
  findings: readonly Finding[],
  facts: Facts,
  intent: Intent,
): readonly string[] => {
  const having = (...statuses: Finding['status'][]) => findings.filter(({ status }) => statuses.includes(status))
  const failed = having('fail').filter(({ id }) => id !== 'pku2u.restart')
  const deciding = decidingIds(intent)
  const unread = having('unknown')
    .filter(({ id }) => deciding.has(id))
    .map(({ title, detail }) => `${title}: ${detail}`)
  const ownerUnknown = findings.some(({ id, status }) => id === 'pku2u.owner' && status === 'unknown')
  const lookUps = [
    ...(ownerUnknown ? [lookUpOwner] : []),
    ...(failed.some(({ id }) => id === 'security-key.sign-in') ? [lookUpKeyOwner] : []),
  ]
  const usesPku2u = intent.track === 'rdp' && intent.path === 'pku2u'
  switch (state) {
    case 'ready':
      return [...having('warn').map(({ detail }) => detail), ...(usesPku2u ? [otherEnd] : [])]
    case 'managed': {
      const owner = facts.pku2u.ownerName ?? 'the policy'
      return [
        `Ask whoever owns ${owner} to allow PKU2U for this PC.`,
        'Microsoft recommends it for Microsoft Entra joined PCs; record the exception to the baseline.',
        ...failed.filter(({ id }) => !id.startsWith('pku2u.')).map(({ detail }) => detail),
      ]
    }
    case 'action':
    case 'unsupported':
      return [
        ...failed.filter((finding) => finding.fixes.length === 0).map(({ detail }) => detail),
        ...failed.filter((finding) => finding.fixes.length > 0).map(fixSentence),
        ...(state === 'action' ? lookUps : []),
      ]
    case 'fixable':
      return [
        ...[...failed, ...having('warn').filter(({ id }) => id === 'pku2u.setting')].map(fixSentence),
        ...lookUps,
        ...(intent.role === 'server' && usesPku2u ? ['Restart this PC afterwards.'] : []),
      ]
    case 'restart':
      return [
        intent.role === 'server'
          ? 'Restart this PC, then check again. A shutdown with Fast Startup is not a restart.'
          : 'Restart this PC if the connection still fails.',
      ]
    case 'unknown':
      return unread
  }
}
