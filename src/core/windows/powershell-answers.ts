import { z } from 'zod'
import type { CommandId, CommandRecord, Machine, Outcome } from '../recording/recording.ts'
import type { Transcript } from './host.ts'
import { powershellArgsShown } from './powershell-script.ts'

/** The commands of a recording that the one PowerShell process answers. */
const powershellCommands = [
  'policy-result',
  'local-group-rdp-users',
  'local-group-administrators',
  'machine-certificates',
] as const satisfies readonly CommandId[]
export type PowershellCommand = (typeof powershellCommands)[number]

export const isPowershellCommand = (id: CommandId): id is PowershellCommand =>
  powershellCommands.some((command) => command === id)

/** One line of the script's output: a part that was asked, as soon as it is known. */
const lineShape = z.object({
  part: z.string(),
  // The script says ok, denied or failed; a simulated machine replays what was recorded.
  outcome: z.enum(['ok', 'missing', 'denied', 'timeout', 'failed']),
  ms: z.number().nonnegative().catch(0),
  json: z.unknown().optional(),
  message: z.string().optional().catch(undefined),
})
export type PowershellPart = z.infer<typeof lineShape>

/** The script's output, as a stand-in for PowerShell writes it. */
export const writeParts = (parts: readonly PowershellPart[]): Uint8Array =>
  new TextEncoder().encode(parts.map((part) => `${JSON.stringify(part)}\n`).join(''))

const readLine = (line: string): PowershellPart | null => {
  try {
    return lineShape.safeParse(JSON.parse(line)).data ?? null
  } catch {
    return null
  }
}

/** Lines that are no part (a banner, one that was cut off when the time was up) are left out. */
export const readParts = (stdout: Uint8Array): ReadonlyMap<string, PowershellPart> => {
  const parts = new TextDecoder()
    .decode(stdout)
    .split(/\r?\n/)
    .map(readLine)
    .filter((part) => part !== null)
  return new Map(parts.map((part) => [part.part, part]))
}

const json = (value: unknown): Uint8Array => new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`)

/** A part without a line: what ended the process ended it too, else the script stopped before it got there. */
const outcomeWithoutLine = ({ outcome, exitCode, stdout }: Transcript): Outcome => {
  if (outcome !== 'ok') return outcome
  // Exit 0 without a single part is no answer, but the program ran: its bytes are kept, and the reader says so.
  return (exitCode ?? 0) === 0 && readParts(stdout).size === 0 ? 'ok' : 'failed'
}

/** One command of the recording out of the process that answered several, with its own bytes and outcome. */
export const recordOf = (id: PowershellCommand, transcript: Transcript): CommandRecord => {
  const part = readParts(transcript.stdout).get(id)
  const about = { id, program: 'powershell.exe', args: powershellArgsShown }
  if (part === undefined) {
    const { durationMs, exitCode, stdout, stderr } = transcript
    const outcome = outcomeWithoutLine(transcript)
    return { ...about, outcome, exitCode, durationMs, stdout: outcome === 'ok' ? stdout : undefined, stderr }
  }
  return {
    ...about,
    outcome: part.outcome,
    exitCode: part.outcome === 'ok' ? 0 : undefined,
    durationMs: part.ms,
    stdout: part.outcome === 'ok' ? json(part.json) : undefined,
    stderr: part.message === undefined ? undefined : new TextEncoder().encode(`${part.message}\n`),
  }
}

const text = z.string().min(1).nullable().catch(null)
const identityShape = z.object({
  name: text,
  sid: text,
  elevated: z.boolean().nullable().catch(null),
  sessionUserSid: text,
})
const bootShape = z.object({ bootedAt: z.iso.datetime() })

/** What is known about the machine without PowerShell, completed by what it said: it asks Windows, not variables. */
export const completeMachine = (machine: Machine, stdout: Uint8Array): Machine => {
  const parts = readParts(stdout)
  const identity = identityShape.safeParse(parts.get('identity')?.json).data
  const boot = bootShape.safeParse(parts.get('boot')?.json).data
  const { user } = machine
  return {
    ...machine,
    bootedAt: boot?.bootedAt ?? machine.bootedAt,
    user: {
      // A UPN would need a domain controller or a native call; dsregcmd names it, so it is not asked for here.
      upn: user.upn,
      name: identity?.name ?? user.name,
      sid: identity?.sid ?? user.sid,
      elevated: identity?.elevated ?? user.elevated,
      sessionUserSid: identity?.sessionUserSid ?? user.sessionUserSid,
    },
  }
}
