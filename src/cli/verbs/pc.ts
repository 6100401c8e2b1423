import type { Pc } from '../../core/engine/pc.ts'
import { isMachineName, simulatedMachines } from '../../core/simulated/machines.ts'
import { openSimulatedPc, type SimulatedPc } from '../../core/simulated/simulated-host.ts'
import { createWindowsPc } from '../../core/windows/windows-pc.ts'
import type { Receipt } from '../../shared/receipt.ts'
import type { Fault, Result } from '../../shared/result.ts'
import { somebodyElseWords } from '../../shared/somebody-else.ts'
import { type ExitCode, exitCodes } from '../exit-code.ts'
import type { Io } from '../io.ts'
import { momentOf, type Parsed } from '../options.ts'
import { receiptExitCode, receiptText } from '../receipt-text.ts'
import { type Answer, Stop, usageError } from '../verb.ts'

/** The simulated machine that the options name. */
export const simulatedPc = async (parsed: Parsed, name: string): Promise<SimulatedPc> => {
  if (!isMachineName(name))
    throw usageError(
      `There is no simulated machine "${name}". There are: ${simulatedMachines.map((each) => each.name).join(', ')}.`,
    )
  const pc = await openSimulatedPc(name, { stateFolder: parsed.option('state'), at: momentOf(parsed) })
  if (!pc.ok) throw new Stop(pc.fault)
  return pc.value
}

/** The PC that `fix`, `undo` and `restart` act on; says so when the program runs as somebody else. */
export const pcOf = async (parsed: Parsed, io: Io): Promise<Pc> => {
  const pc = await openPc(parsed, io)
  const other = await pc.somebodyElse?.()
  if (other !== undefined && other !== null) io.err(somebodyElseWords(other))
  return pc
}

const openPc = async (parsed: Parsed, io: Io): Promise<Pc> => {
  const name = parsed.option('simulate')
  if (name !== null) return simulatedPc(parsed, name)
  if (parsed.option('state') !== null) throw usageError('--state goes with --simulate.')
  if (parsed.option('at') !== null) throw usageError('--at goes with --simulate.')
  if (io.platform !== 'win32')
    throw usageError('This is not Windows, so there is nothing to change here. Use --simulate NAME.')
  return createWindowsPc()
}

/** Refusals end with 8, and what the command line got wrong with 2. */
const exitCodeFor = ({ code }: Fault): ExitCode => {
  const usage: readonly Fault['code'][] = ['usage', 'invalid-input']
  return usage.includes(code) ? exitCodes.usage : exitCodes.refused
}

export const orStop = <T>(result: Result<T>): T => {
  if (result.ok) return result.value
  throw new Stop(result.fault, exitCodeFor(result.fault))
}

type Asked = Pick<Receipt, 'changeId' | 'fixes'> & Partial<Pick<Receipt, 'changes'>>

const refusedReceipt = ({ changeId, fixes, changes = [] }: Asked, message: string): Receipt => ({
  changeId,
  fixes,
  state: 'refused',
  changes,
  owner: null,
  refusedBy: 'machine',
  restart: 'none',
  warnings: [],
  message,
  at: null,
  by: null,
})

/** The same for a change: where it is refused, `--json` says so in a receipt as well. */
export const changedOrStop = <T>(result: Result<T>, asked: Asked): T => {
  if (result.ok) return result.value
  const exitCode = exitCodeFor(result.fault)
  const document = exitCode === exitCodes.refused ? refusedReceipt(asked, result.fault.message) : {}
  throw new Stop(result.fault, exitCode, document)
}

/** A restart that is due counts whichever change waits for it: also when this one needs none, or wrote nothing. */
export const receiptAnswer = (receipt: Receipt, restartDue: boolean): Answer => {
  const exitCode = receiptExitCode(receipt, restartDue)
  const isForEarlier = exitCode === exitCodes.restartDue && receipt.restart === 'none'
  const text = receiptText(receipt)
  return {
    json: receipt,
    text: isForEarlier ? `${text}\nRestart: still due for an earlier change` : text,
    exitCode,
  }
}

/** Shows a plan and asks. Without `--yes` and without a terminal, nobody agrees. */
export const agreesTo = async (parsed: Parsed, io: Io, plan: string): Promise<boolean> => {
  if (parsed.flag('yes')) return true
  if (io.confirm === null || parsed.json) {
    io.err('Nothing was done. Add --yes to agree to this plan.')
    return false
  }
  io.err(plan)
  return io.confirm('Do it?')
}

/** null: agreed. Otherwise the plan is the answer and ends with 2. */
export const agreed = async (parsed: Parsed, io: Io, plan: Receipt): Promise<Answer | null> =>
  (await agreesTo(parsed, io, receiptText(plan))) ? null : { ...receiptAnswer(plan, false), exitCode: exitCodes.usage }
