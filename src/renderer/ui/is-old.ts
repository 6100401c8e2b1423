import type { Report } from '../../shared/report.ts'
import type { AppState } from '../store/store.ts'

/** Whether something was written on the machine of a report since it was asked. */
export const isOld = ({ wizard, work, pastWrite, run }: AppState, report: Report): boolean => {
  const machine = run.phase === 'done' ? run.request?.machine : undefined
  const written = wizard.fix === 'written' && work.phase === 'written' ? work.receipt.at : null
  const acted = pastWrite !== null && pastWrite.machine === machine ? pastWrite.at : null
  return [written, acted].some((at) => at !== null && Date.parse(at) > Date.parse(report.createdAt))
}
