import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { EventLog } from '../recording/event-log.ts'
import { filePieces } from '../recording/file-pieces.ts'
import type { Outcome } from '../recording/recording.ts'
import { type EventChannel, eventChannels, queryArgs } from './event-channels.ts'
import type { CommandRunner, Transcript } from './host.ts'

export interface EventOptions {
  /** A folder of its own that only this user may read; whoever gave it empties it. */
  readonly folder: string
  /** The person at the PC agreed that sign-ins are told. */
  readonly withSignIns: boolean
  readonly signal?: AbortSignal
  readonly onLog?: (done: number, total: number, channel: string) => void
}

const timeLimitMs = 60_000

/**
 * A refused or unknown channel ends wevtutil with Windows' own error: ERROR_ACCESS_DENIED,
 * ERROR_EVT_CHANNEL_NOT_FOUND. Source: "System Error Codes",
 * https://learn.microsoft.com/windows/win32/debug/system-error-codes
 */
const outcomeOf = ({ outcome, exitCode }: Transcript): Outcome => {
  if (outcome !== 'ok' || exitCode === 0) return outcome
  if (exitCode === 5) return 'denied'
  return exitCode === 15007 ? 'missing' : 'failed'
}

const sizeOf = async (file: string): Promise<number> => {
  try {
    return (await stat(file)).size
  } catch {
    // Nothing was written, as when the program is not there.
    return 0
  }
}

const utf16Mark = Uint8Array.of(0xff, 0xfe)

/** Without a byte order mark in front, UTF-16 would be taken for something else, and no name in it would be found. */
async function* withMark(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let isFirst = true
  for await (const chunk of chunks) {
    if (isFirst && chunk[0] !== 0xff && chunk[1] === 0) yield utf16Mark
    isFirst = false
    yield chunk
  }
}

const logOf = async (runner: CommandRunner, channel: EventChannel, options: EventOptions): Promise<EventLog> => {
  const intoFile = join(options.folder, `${channel.id}.xml`)
  const args = queryArgs(channel)
  const transcript = await runner.run({ program: 'wevtutil', args, timeoutMs: timeLimitMs, intoFile }, options.signal)
  const { exitCode, durationMs, stderr } = transcript
  const outcome = outcomeOf(transcript)
  const size = await sizeOf(intoFile)
  return {
    record: { id: channel.id, program: 'wevtutil.exe', args, outcome, exitCode, durationMs, stderr },
    size,
    open: () => (size === 0 ? (async function* () {})() : withMark(filePieces(intoFile))),
  }
}

/** Asks for each event log in turn, into files: they may be large. What is refused or missing is that log's outcome. */
export const collectEvents = async (runner: CommandRunner, options: EventOptions): Promise<readonly EventLog[]> => {
  const wanted = eventChannels.filter(({ needsConsent }) => options.withSignIns || !needsConsent)
  const logs: EventLog[] = []
  for (const channel of wanted) {
    if (options.signal?.aborted === true) break
    options.onLog?.(logs.length, wanted.length, channel.channel)
    logs.push(await logOf(runner, channel, options))
  }
  return logs
}
