import type { Receipt } from '../../shared/receipt.ts'
import type { Result } from '../../shared/result.ts'

/** The exit codes of the contract that the elevated step can end with. */
export const stepExit = { done: 0, internal: 1, usage: 2, restartDue: 5, managed: 6, refused: 8 } as const
export type StepExit = (typeof stepExit)[keyof typeof stepExit]

export const exitCodeOf = (result: Result<Receipt>, restartDue: boolean): StepExit => {
  if (!result.ok) return result.fault.code === 'internal' ? stepExit.internal : stepExit.refused
  if (result.value.refusedBy !== null) return result.value.refusedBy === 'owner' ? stepExit.managed : stepExit.refused
  return restartDue ? stepExit.restartDue : stepExit.done
}
