import type { Receipt } from '../../shared/receipt.ts'
import { fail, type Result } from '../../shared/result.ts'
import type { OnChange, Pc } from '../engine/pc.ts'
import { createWindowsPc } from '../windows/windows-pc.ts'
import { performAgreed } from './perform-agreed.ts'
import { exitCodeOf, type StepExit, stepExit } from './step-exit.ts'
import { openTicket } from './ticket.ts'
import { readTicketFile } from './ticket-file.ts'
import type { UsedTickets } from './used-tickets.ts'

/** Whether the program was started for the elevated step. Anything else on the command line is judged by the step. */
export const isElevatedStep = (argv: readonly string[]): boolean =>
  argv.some((word) => /^--(?:apply|ticket-hash)(?:=|$)/i.test(word))

export interface StepParts {
  /** Made only once the ticket is known to be good. */
  readonly pc: () => Pc & { readonly elevated: boolean | null }
  /** Whether the folders of journal and tickets can be trusted; asked before anything else is believed. */
  readonly prepare: () => Promise<Result<void>>
  readonly tickets: UsedTickets
  readonly now: () => Date
  readonly read: (path: string) => Promise<Result<Uint8Array>>
}

/**
 * Exactly `--apply TICKET --ticket-hash SHA256`. Every other word is refused, and with it every switch that would let
 * somebody look into this process or change what it runs (`--inspect`, `--remote-debugging-port`, `--user-data-dir`, …).
 */
const wordsOf = (argv: readonly string[]): { readonly path: string; readonly hash: string } | null => {
  const [apply, path, ticketHash, hash, ...rest] = argv
  if (apply !== '--apply' || ticketHash !== '--ticket-hash' || rest.length > 0) return null
  return path === undefined || hash === undefined || path.startsWith('-') ? null : { path, hash }
}

/** The elevated step, with everything it touches given. Answers the exit code. */
export const elevatedStep = async (argv: readonly string[], parts: StepParts): Promise<StepExit> => {
  const words = wordsOf(argv)
  if (words === null) return stepExit.usage
  const bytes = await parts.read(words.path)
  if (!bytes.ok) return stepExit.refused
  const ticket = openTicket(bytes.value, words.hash, parts.now())
  if (!ticket.ok) return stepExit.refused
  const pc = parts.pc()
  if (pc.elevated !== true) return stepExit.refused
  const ready = await parts.prepare()
  if (!ready.ok) return stepExit.refused
  const { agreed, nonce } = ticket.value
  const used = await parts.tickets.use(nonce)
  if (!used.ok) return stepExit.refused
  let noted: Promise<unknown> = Promise.resolve()
  const onChange: OnChange = (progress) => {
    // One after the other, and the work does not wait for them.
    noted = noted.then(() => parts.tickets.note(nonce, progress))
  }
  let result: Result<Receipt>
  try {
    result = await performAgreed({ ...pc, onChange }, agreed, nonce)
  } catch {
    // Whatever it was, the one who waits is told; the journal knows how far it went.
    result = fail('internal', 'Something went wrong inside the elevated step. Look at the history.')
  }
  await noted
  await parts.tickets.keep(nonce, result)
  return exitCodeOf(result, result.ok && result.value.restart !== 'none' && (await pc.restartDue()))
}

/**
 * The elevated step of this program: it opens no window and takes nothing from the user's folders but the bytes of one
 * ticket. The owner is looked up again, with the rights that are now there, before anything is written.
 */
export const runElevatedStep = async (argv: readonly string[]): Promise<number> => {
  if (process.execArgv.length > 0) return stepExit.usage
  if (process.platform !== 'win32') return stepExit.usage
  const pc = createWindowsPc()
  return elevatedStep(argv, {
    pc: () => pc,
    prepare: pc.prepare,
    tickets: pc.tickets,
    now: () => new Date(),
    read: readTicketFile,
  })
}
