import { writeFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import type { CommandId, CommandRecord } from '../recording/recording.ts'
import { eventLogId } from '../windows/event-channels.ts'
import type { Command, CommandRunner, Transcript } from '../windows/host.ts'
import { isPowershellCommand, writeParts } from '../windows/powershell-answers.ts'

const nothing = new Uint8Array()

const idOf = ({ program, args }: Command): string | null => {
  if (program === 'wevtutil' && args[0] === 'qe') return eventLogId(args[1] ?? '')
  if (program === 'dsregcmd') return 'dsregcmd-status'
  if (program === 'klist') return 'klist-cloud-debug'
  if (program !== 'nltest') return null
  if (args.includes('/keylist')) return 'nltest-dsgetdc-keylist'
  return args[0]?.startsWith('/sc_verify') === true ? 'nltest-sc-verify' : 'nltest-dsgetdc'
}

const isAskedOfPowershell = ({ id }: CommandRecord): boolean => isPowershellCommand(id as CommandId)

/** One line for each part, as the product's PowerShell script prints them. */
const powershellAnswer = (commands: readonly CommandRecord[]): CommandRecord => {
  const decoder = new TextDecoder()
  const parts = commands.filter(isAskedOfPowershell).map(({ id, outcome, durationMs, stdout }) => ({
    part: id,
    outcome,
    ms: durationMs,
    ...(stdout === undefined ? {} : { json: JSON.parse(decoder.decode(stdout)) as unknown }),
  }))
  return {
    id: 'powershell',
    program: 'powershell.exe',
    args: [],
    outcome: 'ok',
    exitCode: 0,
    durationMs: Math.max(0, ...parts.map(({ ms }) => ms)),
    stdout: writeParts(parts),
  }
}

/** Replays what the programs printed. `pace` 1 takes as long as they did, 0 answers at once. */
export const replay = (commandsNow: () => readonly CommandRecord[], pace: number): CommandRunner => ({
  run: async (command, signal): Promise<Transcript> => {
    const commands = commandsNow()
    const record =
      command.program === 'powershell' ? powershellAnswer(commands) : commands.find(({ id }) => id === idOf(command))
    if (record === undefined) return { outcome: 'missing', stdout: nothing, stderr: nothing, durationMs: 0 }
    const { outcome, exitCode, durationMs, stdout = nothing, stderr = nothing } = record
    if (pace > 0)
      try {
        await sleep(durationMs * pace, undefined, signal === undefined ? {} : { signal })
      } catch {
        // Cancelled while it "ran": an ended program has not answered.
        return { outcome: 'failed', stdout: nothing, stderr: nothing, durationMs: 0 }
      }
    if (command.intoFile === undefined) return { outcome, exitCode, stdout, stderr, durationMs }
    try {
      await writeFile(command.intoFile, stdout, { flag: 'wx', mode: 0o600 })
      return { outcome, exitCode, stdout: nothing, stderr, durationMs }
    } catch {
      // As with a real program that finds no room for its output.
      return { outcome: 'failed', stdout: nothing, stderr, durationMs }
    }
  },
})
