import type { Pc } from '../../core/engine/pc.ts'
import { finishChangeSet, plannedFinish } from '../../core/engine/perform-finish.ts'
import { performFix, plannedReceipt, planOn } from '../../core/engine/perform-fix.ts'
import type { Receipt } from '../../shared/receipt.ts'
import type { FixId } from '../../shared/report.ts'
import type { Io } from '../io.ts'
import { intentOf, intentOptions, type Parsed } from '../options.ts'
import { type Answer, usageError, type Verb } from '../verb.ts'
import { agreed, changedOrStop, pcOf, receiptAnswer } from './pc.ts'

const ended = async (pc: Pc, receipt: Receipt): Promise<Answer> => receiptAnswer(receipt, await pc.restartDue())

/** Carries an interrupted change through, as it was agreed to when it was begun. */
const finish = async (parsed: Parsed, io: Io, id: string): Promise<Answer> => {
  const pc = await pcOf(parsed, io)
  const plan = changedOrStop(await plannedFinish(pc, id), { changeId: id, fixes: [] })
  if (parsed.flag('dry-run')) return receiptAnswer(plan, false)
  const answer = await agreed(parsed, io, plan)
  return answer ?? ended(pc, changedOrStop(await finishChangeSet(pc, id), plan))
}

export const fix: Verb = {
  name: 'fix',
  usage: 'FIX-ID…',
  summary: 'plans, applies and verifies a change; prints the receipt',
  options: [...intentOptions, 'finish', 'simulate', 'state', 'at'],
  flags: ['dry-run', 'yes', 'even-if-managed'],
  words: [0, 16],
  run: async (parsed, io) => {
    const intent = intentOf(parsed)
    const interrupted = parsed.option('finish')
    if (parsed.words.length > 0 === (interrupted !== null))
      throw usageError('"fix" needs FIX-ID…, or --finish CHANGE-ID alone.')
    if (interrupted !== null) return finish(parsed, io, interrupted)
    const pc = await pcOf(parsed, io)
    const request = {
      ids: parsed.words,
      parameters: { account: intent.account },
      role: intent.role,
      evenIfManaged: parsed.flag('even-if-managed'),
    }
    const asked = { changeId: null, fixes: parsed.words as readonly FixId[] }
    const plan = changedOrStop(await planOn(pc, request), asked)
    const shown = plannedReceipt(plan, request)
    if (parsed.flag('dry-run')) return receiptAnswer(shown, false)
    // What is refused anyway is not worth a question.
    const isRefused = plan.refusal !== null || (plan.blockers.length > 0 && !request.evenIfManaged)
    const answer = isRefused ? null : await agreed(parsed, io, shown)
    return answer ?? ended(pc, changedOrStop(await performFix(pc, request, plan.token), asked))
  },
}
