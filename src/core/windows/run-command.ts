import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import type { Command, CommandRunner, Program, Transcript } from './host.ts'

/** Where a fixed script finds what it works on. */
export const dataVariable = 'PKU2U_DOCTOR_DATA'

/** Enough for any honest answer; a program that writes more is not answering the question. */
const outputLimit = 4 * 1024 * 1024

export interface RunnerOptions {
  /** The absolute path of a program; tests put their own child here. */
  readonly pathOf: (program: Program) => string
  /** The whole environment of every child. */
  readonly environment: Readonly<Record<string, string>>
  /** A folder no user can write to, so that no library is picked up from it. */
  readonly folder: string
  /** How long an ended program, and what ends it, may take before nobody waits any longer. */
  readonly graceMs?: number
}

/** Keeps what fits under the limit; answers false once something had to be dropped. */
const collector = () => {
  const chunks: Uint8Array[] = []
  let size = 0
  return {
    add: (chunk: Uint8Array): boolean => {
      const kept = chunk.subarray(0, outputLimit - size)
      size += kept.length
      chunks.push(kept)
      return kept.length === chunk.length
    },
    bytes: (): Uint8Array => new Uint8Array(Buffer.concat(chunks)),
  }
}

const outcomeOfError = (error: unknown): Transcript['outcome'] => {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null
  if (code === 'ENOENT') return 'missing'
  return code === 'EACCES' || code === 'EPERM' ? 'denied' : 'failed'
}

/** An exit code like 0xC0000005 is Windows speaking about a crash, not the program answering. */
const ranToItsEnd = (exitCode: number | null): boolean =>
  exitCode !== null && !(exitCode >= 0xc0000000 && exitCode <= 0xcfffffff)

/**
 * Ends a program with everything it started. taskkill goes first: once the parent is gone, Windows no longer knows whose
 * children are left over.
 */
const endTree = (child: ChildProcess, { pathOf, environment, folder }: RunnerOptions, limitMs: number): void => {
  const endChild = () => void child.kill('SIGKILL')
  if (child.pid === undefined) return
  try {
    const args = ['/T', '/F', '/PID', String(child.pid)]
    const killer = spawn(pathOf('taskkill'), args, {
      shell: false,
      windowsHide: true,
      stdio: 'ignore',
      env: { ...environment },
      cwd: folder,
      timeout: limitMs,
      killSignal: 'SIGKILL',
    })
    killer.once('error', endChild)
    killer.once('exit', endChild)
    killer.unref()
  } catch {
    endChild()
  }
}

const runOnce = (command: Command, signal: AbortSignal | undefined, options: RunnerOptions): Promise<Transcript> =>
  new Promise((settle) => {
    const graceMs = options.graceMs ?? 3000
    const startedAt = performance.now()
    const [stdout, stderr] = [collector(), collector()]
    const timers: NodeJS.Timeout[] = []
    let child: ChildProcess | null = null
    let exitCode: number | null = null
    /** Why we ended it, when we did. */
    let ending: Transcript['outcome'] | null = null

    /** Also reached when the program, or something it left behind, still holds its output open: nobody waits for that. */
    const finish = (outcome: Transcript['outcome']) => {
      for (const timer of timers) clearTimeout(timer)
      signal?.removeEventListener('abort', abort)
      child?.stdout?.destroy()
      child?.stderr?.destroy()
      child?.unref()
      settle({
        outcome,
        ...(outcome === 'ok' && exitCode !== null ? { exitCode } : {}),
        stdout: stdout.bytes(),
        stderr: stderr.bytes(),
        durationMs: Math.round(performance.now() - startedAt),
      })
    }
    const finishAsEnded = () => finish(ending ?? (ranToItsEnd(exitCode) ? 'ok' : 'failed'))
    const end = (outcome: Transcript['outcome']) => {
      if (ending !== null || child === null) return
      ending = outcome
      // Half the time for taskkill, the other half for the program to be gone.
      timers.push(setTimeout(finishAsEnded, graceMs))
      if (child.exitCode === null && child.signalCode === null) endTree(child, options, graceMs / 2)
    }
    const abort = () => end('failed')

    if (signal?.aborted === true) return finish('failed')
    let file: number | null = null
    try {
      if (command.intoFile !== undefined) file = openSync(command.intoFile, 'wx', 0o600)
      child = spawn(options.pathOf(command.program), [...command.args], {
        shell: false,
        windowsHide: true,
        stdio: ['ignore', file ?? 'pipe', 'pipe'],
        env: { ...options.environment, ...(command.data === undefined ? {} : { [dataVariable]: command.data }) },
        cwd: options.folder,
      })
    } catch (error) {
      return finish(file === null && command.intoFile !== undefined ? 'failed' : outcomeOfError(error))
    } finally {
      // The program has its own handle of it by now.
      if (file !== null) closeSync(file)
    }
    // A failed kill is reported here too; the grace period answers that one.
    child.on('error', (error) => ending === null && finish(outcomeOfError(error)))
    child.stdout?.on('data', (chunk: Buffer) => stdout.add(chunk) || end('failed'))
    child.stderr?.on('data', (chunk: Buffer) => stderr.add(chunk) || end('failed'))
    child.once('exit', (code) => {
      exitCode = code
      if (ending === null) timers.push(setTimeout(finishAsEnded, graceMs))
    })
    child.once('close', finishAsEnded)
    timers.push(setTimeout(() => end('timeout'), command.timeoutMs))
    signal?.addEventListener('abort', abort, { once: true })
  })

/** Starts programs of Windows: an absolute path, a list of arguments, no shell, no window, nothing to read from. */
export const commandRunner = (options: RunnerOptions): CommandRunner => ({
  run: (command, signal) => runOnce(command, signal, options),
})
