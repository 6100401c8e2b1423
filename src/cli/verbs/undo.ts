import { performUndo, plannedUndo } from '../../core/engine/perform-undo.ts'
import type { Verb } from '../verb.ts'
import { agreed, orStop, pcOf, receiptAnswer } from './pc.ts'

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
    const plan = orStop(await plannedUndo(pc, id))
    if (parsed.flag('dry-run')) return receiptAnswer(plan, false)
    const answer = await agreed(parsed, io, plan)
    if (answer !== null) return answer
    return receiptAnswer(orStop(await performUndo(pc, plan.changeId)), await pc.restartDue())
  },
}
