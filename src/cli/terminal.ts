import { confirmOn } from './confirm.ts'
import { runCli, sayFault } from './main.ts'

const standardInput = async (): Promise<Uint8Array> => {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}

/** From here on an interruption is told, instead of ending the program where it stands. */
const interrupted = (): AbortSignal => {
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort())
  return stop.signal
}

/** A pipe may take less than all of a report at once: leaving early would cut it off. */
const flushed = (stream: NodeJS.WriteStream): Promise<void> =>
  new Promise((resolve) => stream.write('', () => resolve()))

const everythingFlushed = (): Promise<unknown> => Promise.all([flushed(process.stdout), flushed(process.stderr)])

/** Runs one verb on this process's own streams and answers its exit code. Asks only where a person can answer. */
export const runInTerminal = async (args: readonly string[], userFolder: string | null = null): Promise<number> => {
  // A reader such as `head` may close the pipe early; that is its right, not an error of ours.
  process.stdout.on('error', () => undefined)
  const out = (text: string): void => void process.stdout.write(`${text}\n`)
  const err = (text: string): void => void process.stderr.write(`${text}\n`)
  // What is thrown where nobody waits for it, such as in an event of a socket, ends like any other error.
  process.once('uncaughtException', (error) => {
    const exitCode = sayFault(error, args, { out, err })
    void everythingFlushed().then(() => process.exit(exitCode))
  })
  const exitCode = await runCli(args, {
    out,
    err,
    input: standardInput,
    confirm: process.stdin.isTTY && process.stderr.isTTY ? confirmOn(process.stdin, process.stderr) : null,
    interrupted,
    platform: process.platform,
    userFolder,
  })
  await everythingFlushed()
  return exitCode
}
