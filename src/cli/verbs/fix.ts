import { performFix, plannedReceipt, planOn } from '../../core/engine/perform-fix.ts'
import { intentOf, intentOptions } from '../options.ts'
import type { Verb } from '../verb.ts'
import { agreed, orStop, pcOf, receiptAnswer } from './pc.ts'

export const fix: Verb = {
  name: 'fix',
  usage: 'FIX-ID…',
  summary: 'plans, applies and verifies a change; prints the receipt',
  options: [...intentOptions, 'simulate', 'state', 'at'],
  flags: ['dry-run', 'yes', 'even-if-managed'],
  words: [1, 16],
  run: async (parsed, io) => {
    const intent = intentOf(parsed)
    const pc = await pcOf(parsed, io)
    const request = {
      ids: parsed.words,
      parameters: { account: intent.account },
      role: intent.role,
      evenIfManaged: parsed.flag('even-if-managed'),
    }
    const plan = orStop(await planOn(pc, request))
    const shown = plannedReceipt(plan)
    if (parsed.flag('dry-run')) return receiptAnswer(shown, false)
    // What is refused anyway is not worth a question.
    const isRefused = plan.refusal !== null || (plan.managedBy !== null && !request.evenIfManaged)
    const answer = isRefused ? null : await agreed(parsed, io, shown)
    if (answer !== null) return answer
    const receipt = orStop(await performFix(pc, request, plan.token))
    return receiptAnswer(receipt, receipt.restart !== 'none' && (await pc.restartDue()))
  },
}
