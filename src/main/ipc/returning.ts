import type { ReturnMemory } from '../../core/windows/return-memory.ts'
import { fail, type Result } from '../../shared/result.ts'
import type { Returning, ReturningCase, ReturnStep } from '../../shared/returning.ts'
import type { Machines } from '../machines.ts'

export interface ReturningOptions {
  readonly machines: Machines
  /** The step named on the command line; null when nobody restarted anything. */
  readonly resume: ReturnStep | null
  readonly memory: ReturnMemory | null
}

const gone = fail('missing', 'nothing is kept about it any more')

const isOfThisWindow = (machines: Machines, { machine }: ReturningCase): boolean =>
  machines.kind === 'live' ? machine === null : machines.list.some(({ name }) => name === machine)

const read = async (step: ReturnStep, { machines, memory }: ReturningOptions): Promise<Returning> => {
  const kept: Result<ReturningCase | null> = memory === null ? gone : await memory.take()
  const found = kept.ok && (kept.value === null || !isOfThisWindow(machines, kept.value)) ? gone : kept
  if (found.ok && found.value !== null) return { kind: 'case', step, ...found.value }
  const why = found.ok ? gone.fault.message : found.fault.message.replace(/\.$/, '')
  return {
    kind: 'lost',
    message: `PKU2U Doctor was started after a restart, but cannot go on with the case: ${why}. Choose the case and check again.`,
  }
}

/** What this start goes on with; the same answer however often the page is loaded. */
export const createReturning = (options: ReturningOptions): (() => Promise<Returning | null>) => {
  let answer: Promise<Returning> | null = null
  return async () => {
    if (options.resume === null) return null
    answer ??= read(options.resume, options)
    return answer
  }
}
