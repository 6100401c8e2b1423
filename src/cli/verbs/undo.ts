import type { Pc } from '../../core/engine/pc.ts'
import { performUndo, plannedUndo } from '../../core/engine/perform-undo.ts'
import type { FixId } from '../../shared/report.ts'
import type { Verb } from '../verb.ts'
import { agreed, changedOrStop, pcOf, receiptAnswer } from './pc.ts'

/** The fixes of a change that stands in the journal. */
const fixesOf = async (pc: Pc, id: string | null): Promise<readonly FixId[]> => {
  const journal = await pc.journal.list()
  return journal.ok ? journal.value.filter((entry) => entry.id === id).map(({ fix }) => fix as FixId) : []
}

export const undo: Verb = {
  name: 'undo',
  usage: '[CHANGE-ID]',
  summary: 'puts a journaled change back; the newest when none is named',
  options: ['simulate', 'state', 'at'],
  flags: ['dry-run', 'yes'],
  words: [0, 1],
  run: async (parsed, io) => {
    const pc = await pcOf(parsed, io)
    const id = parsed.words[0] ?? null
    const plan = changedOrStop(await plannedUndo(pc, id), { changeId: id, fixes: await fixesOf(pc, id) })
    if (parsed.flag('dry-run')) return receiptAnswer(plan, false)
    const answer = await agreed(parsed, io, plan)
    if (answer !== null) return answer
    return receiptAnswer(changedOrStop(await performUndo(pc, plan.changeId), plan), await pc.restartDue())
  },
}
