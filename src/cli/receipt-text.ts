import type { Receipt } from '../shared/receipt.ts'
import { type ExitCode, exitCodes } from './exit-code.ts'

const shown = (value: unknown): string => JSON.stringify(value)

/** A plan or a receipt as a technician reads it in a console. */
export const receiptText = (receipt: Receipt): string =>
  [
    `${receipt.state.toUpperCase()}: ${receipt.message}`,
    ...receipt.changes.flatMap(({ kind, spec, before, after, readBack }) => [
      '',
      `  ${kind} ${shown(spec)}`,
      `    before     ${shown(before)}`,
      `    after      ${shown(after)}`,
      ...(readBack === null ? [] : [`    read back  ${shown(readBack)}`]),
    ]),
    '',
    ...(receipt.owner === null ? [] : [`Owner: ${receipt.owner.name}`]),
    ...receipt.warnings.map((warning) => `Note: ${warning}`),
    ...(receipt.restart === 'none' ? [] : [`Restart: ${receipt.restart}`]),
    ...(receipt.changeId === null ? [] : [`Change: ${receipt.changeId}`]),
  ].join('\n')

/** `fix` and `undo` end alike. */
export const receiptExitCode = ({ state, refusedBy }: Receipt, restartDue: boolean): ExitCode => {
  if (refusedBy !== null) return refusedBy === 'owner' ? exitCodes.managed : exitCodes.refused
  if (state === 'planned') return exitCodes.ok
  return restartDue ? exitCodes.restartDue : exitCodes.ok
}
