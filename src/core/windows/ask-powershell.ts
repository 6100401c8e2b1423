import type { z } from 'zod'
import { fail, ok, type Result } from '../../shared/result.ts'
import { type ChangeScript, changeScriptArgs } from './change-scripts.ts'
import type { CommandRunner } from './host.ts'
import { readParts } from './powershell-answers.ts'

const wholeSentence = (message: string | undefined): string =>
  message === undefined || message.trim() === '' ? '' : ` ${message.trim().replace(/\s+/g, ' ').slice(0, 300)}`

/**
 * Runs one fixed script on `data` and checks the form of its answer. `what` names the work in sentences: "The local group
 * could not be read."
 */
export const askPowershell = async <T>(
  runner: CommandRunner,
  script: ChangeScript,
  data: unknown,
  { shape, what, timeoutMs = 60_000 }: { shape: z.ZodType<T>; what: string; timeoutMs?: number },
): Promise<Result<T>> => {
  const args = changeScriptArgs(script)
  const { outcome, stdout } = await runner.run({ program: 'powershell', args, timeoutMs, data: JSON.stringify(data) })
  const part = readParts(stdout).get(script)
  if (part === undefined) return fail(outcome === 'ok' ? 'unreadable' : outcome, `${what}: PowerShell gave no answer.`)
  if (part.outcome === 'denied') return fail('denied', `${what}: Windows refused access.${wholeSentence(part.message)}`)
  if (part.outcome !== 'ok') return fail(part.outcome, `${what}.${wholeSentence(part.message)}`)
  const answer = shape.safeParse(part.json)
  return answer.success ? ok(answer.data) : fail('unreadable', `${what}: the answer has an unknown form.`)
}
