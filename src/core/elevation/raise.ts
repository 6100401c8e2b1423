import { z } from 'zod'
import type { Receipt } from '../../shared/receipt.ts'
import { fail, type Result } from '../../shared/result.ts'
import { isInForce, type JournalStore } from '../engine/journal.ts'
import type { Agreed, OnChange } from '../engine/pc.ts'
import { askPowershell } from '../windows/ask-powershell.ts'
import type { CommandRunner } from '../windows/host.ts'
import { drivePath } from '../windows/system-paths.ts'
import { trustedProgram } from '../windows/trusted-program.ts'
import { followStep } from './follow-step.ts'
import { sealTicket } from './ticket.ts'
import { withTicketFile } from './ticket-file.ts'
import type { UsedTickets } from './used-tickets.ts'

/** Longer than a ticket is good for: the prompt may stand a while, and the step may take its time. */
const patienceMs = 10 * 60_000

const refusedByStep =
  'The elevated step refused: too much time had passed, or the ticket or the folder of the journal was not as it must be. Nothing was written. Make the change again; if it is refused again, install PKU2U Doctor anew.'

const cannotStart =
  'The program cannot be started again from this place. Nothing was changed. Install PKU2U Doctor on this PC.'

const answerShape = z.object({ state: z.enum(['done', 'refused']), exitCode: z.int().nullable() })

export interface RaiseParts {
  readonly runner: CommandRunner
  readonly tickets: UsedTickets
  readonly journal: Pick<JournalStore, 'list'>
  /** The installed program: an absolute path; it is started with the ticket and nothing else. */
  readonly program: string
  readonly now: () => Date
  /** Hears how far the elevated step is, while it works. */
  readonly onChange?: OnChange | undefined
  /** How Windows names a file of ours; only a test elsewhere has to say. */
  readonly windowsPath?: (path: string) => string
}

/** A path of Windows holds no quotation mark, so it can stand between two. */
export const argumentsOf = (ticketPath: string, hash: string): string => `--apply "${ticketPath}" --ticket-hash ${hash}`

/**
 * Has Windows ask the person, and what was agreed to done by the same program with the rights for it, if nobody but an
 * administrator can have changed that program. Answers what the elevated step wrote down beside the journal. No is a
 * normal answer.
 */
export const raise = async (agreed: Agreed, parts: RaiseParts): Promise<Result<Receipt>> => {
  const { runner, tickets, program, windowsPath = (path) => path } = parts
  if (!drivePath.test(program)) return fail('failed', cannotStart)
  const trusted = await trustedProgram(runner, program)
  if (!trusted.ok) return trusted
  const { bytes, hash, nonce } = sealTicket(agreed, parts.now())
  return withTicketFile(bytes, async (file) => {
    const path = windowsPath(file)
    if (!drivePath.test(path)) return fail('failed', cannotStart)
    const answer = await followStep(tickets, nonce, parts.onChange, () =>
      askPowershell(
        runner,
        'raise',
        { program, arguments: argumentsOf(path, hash) },
        { shape: answerShape, what: 'Windows could not ask for permission', timeoutMs: patienceMs },
      ),
    )
    if (!answer.ok) return answer
    if (answer.value.state === 'refused')
      return fail('cancelled', 'You chose not to allow the change. Nothing was written.')
    const result = await tickets.resultOf(nonce)
    if (result.ok || result.fault.code !== 'failed') return result
    // No word of what came of it: the journal knows whether it was done.
    const entries = await parts.journal.list()
    if (entries.ok && entries.value.some((entry) => entry.id === nonce && isInForce(entry)))
      return fail('unreadable', 'The change was written and read back, but its receipt was lost. Look at the history.')
    return answer.value.exitCode === 8 ? fail('refused', refusedByStep) : result
  })
}
