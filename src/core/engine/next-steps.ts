import type { Intent } from '../../shared/intent.ts'
import type { Facts, Finding, VerdictState } from '../../shared/report.ts'
import { fixNamed } from '../fixes/registry.ts'
import { decidingIds, unsupportedIds } from './deciding.ts'

const lookUpOwner = 'Who owns the PKU2U setting is looked up with administrator rights before anything is written.'
const lookUpKeyOwner =
  'Whether a policy turns security keys off is looked up with administrator rights before anything is written.'
const otherEnd = 'Check the other PC too: PKU2U must be allowed on both ends.'

const fixSentence = (finding: Finding): string => {
  const titles = finding.fixes.flatMap((id) => fixNamed(id)?.title ?? [])
  return titles.length === 0 ? finding.detail : `${titles.join('; ')}.`
}

const asksForRestart = (finding: Finding): boolean => finding.fixes.some((id) => fixNamed(id)?.restart === 'required')

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
  const restartIsDue = having('fail').some(({ id }) => id === 'pku2u.restart')
  /** A target takes a change of the setting over when it restarts; nothing else that is fixed here asks for one. */
  const restartAfter = (done: readonly Finding[]): readonly string[] =>
    restartIsDue || (intent.role === 'server' && done.some(asksForRestart)) ? ['Restart this PC afterwards.'] : []
  const usesPku2u = intent.track === 'rdp' && intent.path === 'pku2u'
  switch (state) {
    case 'ready':
      return [...having('warn').map(({ detail }) => detail), ...(usesPku2u ? [otherEnd] : [])]
    case 'managed': {
      const owner = facts.pku2u.ownerName ?? 'the policy'
      return [
        `Ask whoever owns ${owner} to allow PKU2U for this PC.`,
        'Microsoft recommends it for Microsoft Entra joined PCs; record the exception to the baseline.',
        ...failed.filter(({ id }) => !id.startsWith('pku2u.')).map(fixSentence),
        ...(intent.role === 'server' ? ['Restart this PC once the policy has changed.'] : []),
      ]
    }
    case 'unsupported':
      return failed.filter(({ id }) => unsupportedIds.has(id)).map(({ detail }) => detail)
    case 'action':
      return [
        ...failed.filter((finding) => finding.fixes.length === 0).map(({ detail }) => detail),
        ...failed.filter((finding) => finding.fixes.length > 0).map(fixSentence),
        ...lookUps,
        ...restartAfter(failed),
      ]
    case 'fixable': {
      const fixable = [...failed, ...having('warn').filter(({ id }) => id === 'pku2u.setting')]
      return [...fixable.map(fixSentence), ...lookUps, ...restartAfter(fixable)]
    }
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
