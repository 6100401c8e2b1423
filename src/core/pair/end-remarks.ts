import { defaultIntent, type Role } from '../../shared/intent.ts'
import { checks } from '../checks/registry.ts'
import { decidingIds, unsupportedIds } from '../engine/deciding.ts'
import type { EndFinding, EndState } from './end-state.ts'
import { lookAgain, wordsFor } from './finding-words.ts'
import type { Remark } from './remark.ts'

const deciding = ({ role, track, path, accountNamed }: EndState): ReadonlySet<string> =>
  decidingIds({ ...defaultIntent, role, track, path, account: accountNamed ? 'named' : null, peer: 'named' })

const foremost = (
  findings: readonly EndFinding[],
  isFirst: (finding: EndFinding) => boolean,
): readonly EndFinding[] => [...findings.filter(isFirst), ...findings.filter((finding) => !isFirst(finding))]

/** The findings that make the verdict of this end what it is, the most pressing first. */
const decisive = (end: EndState): readonly EndFinding[] => {
  const having = (status: EndFinding['status']) => end.findings.filter((finding) => finding.status === status)
  const fails = having('fail').filter(({ id }) => id !== 'pku2u.restart')
  switch (end.verdict) {
    case 'ready':
      return []
    case 'unsupported':
      return foremost(fails, ({ id }) => unsupportedIds.has(id))
    case 'managed':
      // The value follows its owner: writing it first would not last.
      return foremost(
        fails.filter(({ id }) => id !== 'pku2u.setting'),
        ({ id }) => id === 'pku2u.owner',
      )
    case 'action':
      return foremost(fails, ({ oneClick }) => !oneClick)
    case 'fixable':
      return fails.length > 0 ? fails : having('warn').filter(({ id }) => id === 'pku2u.setting')
    case 'restart':
      return end.findings.filter(({ id }) => id === 'pku2u.restart')
    case 'unknown':
      return having('unknown').filter(({ id }) => deciding(end).has(id))
  }
}

const titleOf = (id: string): string => checks.find((check) => check.id === id)?.title ?? id

const remarkOn = (end: EndState, place: Role, { id, status }: EndFinding): Remark => {
  const words = wordsFor(id, end)
  if (status === 'unknown')
    return {
      id,
      end: place,
      effect: 'unknown',
      text: `“${titleOf(id)}” is not known.`,
      todo: { [place]: lookAgain(id, end.track) },
    }
  return {
    id,
    end: place,
    effect: 'fix',
    text: words?.problem ?? `There is a problem with “${titleOf(id)}”.`,
    todo: { [place]: words?.todo ?? 'Look at this finding there.' },
  }
}

/**
 * Why one end is not ready, without regard to the other.
 * @param place what it stands for in the pair, whatever it was checked as
 */
export const endRemarks = (end: EndState, place: Role): readonly Remark[] => {
  const remarks = decisive(end).map((finding) => remarkOn(end, place, finding))
  if (remarks.length > 0 || end.verdict === 'ready') return remarks
  // A newer program may have found what this one has no check for.
  return [
    {
      id: 'pair.end',
      end: place,
      effect: end.verdict === 'unknown' ? 'unknown' : 'fix',
      text: `It says “${end.verdict}” for a reason that is not known here.`,
      todo: { [place]: 'Look at the findings there.' },
    },
  ]
}
