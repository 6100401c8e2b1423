import { fail, ok, type Result } from '../../shared/result.ts'
import type { RestartControl } from '../engine/pc.ts'
import type { KeyPath } from '../recording/recording.ts'
import type { CommandRunner, Registry, Transcript } from './host.ts'

/** Limits of shutdown.exe. Source: "shutdown", https://learn.microsoft.com/windows-server/administration/windows-commands/shutdown */
const longestSeconds = 315_360_000
export const longestMessage = 512

/** What this program scheduled itself: Windows does not tell whether a restart is scheduled. */
const memory: KeyPath = 'HKCU\\Software\\PKU2U Doctor'
const memoryName = 'RestartAt'
const memoryAskedName = 'RestartAskedAt'

const sentences: Readonly<Record<number, string>> = {
  5: 'Windows does not let this account restart the PC. Ask an administrator to restart it.',
  1115: 'Windows is shutting down already.',
  1190: 'A restart is scheduled already. Cancel it first.',
  1191: 'Other people are signed in to this PC. Ask them to sign out, or restart from the Start menu.',
}

/** The number of the error. Its sentence is translated; the number stands in brackets behind it. */
const errorNumber = ({ exitCode, stdout, stderr }: Transcript): number => {
  const text = Buffer.concat([stderr, stdout]).toString('latin1')
  const [, bracketed] = /\((\d{1,5})\)[\s.]*$/.exec(text) ?? /(?<!\d)(111[56]|119[01])(?!\d)/.exec(text) ?? []
  return bracketed === undefined ? (exitCode ?? -1) : Number(bracketed)
}

/** What is said to the person at the PC: readable, on one line, and short enough for Windows. */
const checkedMessage = (message: string): Result<string> => {
  const text = message.trim()
  if (text === '' || text.length > longestMessage || /[\u0000-\u001f\u007f]/.test(text))
    return fail('invalid-input', `The message takes 1 to ${longestMessage} characters on one line.`)
  return ok(text)
}

export interface Clocks {
  readonly now: () => Date
  readonly startedAt: () => Date
}

export const windowsRestart = (
  runner: CommandRunner,
  registry: Registry,
  { now, startedAt }: Clocks,
): RestartControl => {
  const run = (args: readonly string[]) => runner.run({ program: 'shutdown', args, timeoutMs: 20_000 })
  const remember = (at: string): void => {
    registry.setValue(memory, memoryAskedName, ['REG_SZ', now().toISOString()])
    registry.setValue(memory, memoryName, ['REG_SZ', at])
  }
  const forget = (): void => {
    for (const name of [memoryName, memoryAskedName]) registry.deleteValue(memory, name)
  }
  const momentIn = (name: string): number => {
    const kept = registry.value(memory, name)
    return kept.ok && kept.value !== null ? Date.parse(String(kept.value[1])) : Number.NaN
  }
  return {
    scheduledFor: async () => {
      const at = momentIn(memoryName)
      // Somebody may have restarted earlier, and what Windows waits for does not outlive that.
      const isOver = momentIn(memoryAskedName) < startedAt().getTime()
      return at > now().getTime() && !isOver ? new Date(at).toISOString() : null
    },
    schedule: async (minutes, message) => {
      const said = checkedMessage(message)
      if (!said.ok) return said
      const seconds = Math.round(minutes * 60)
      if (!(seconds >= 0 && seconds <= longestSeconds))
        return fail('invalid-input', 'Choose a time between now and ten years from now.')
      const at = new Date(now().getTime() + seconds * 1000).toISOString()
      const answer = await run(['/r', '/t', String(seconds), '/d', 'p:4:1', '/c', said.value])
      if (answer.outcome !== 'ok') return fail(answer.outcome, 'Windows could not be asked to restart.')
      if (answer.exitCode !== 0) {
        const number = errorNumber(answer)
        const code = number === 5 ? 'denied' : number in sentences ? 'conflict' : 'failed'
        return fail(code, sentences[number] ?? `Windows did not schedule the restart (${number}).`)
      }
      // The restart is scheduled, whether or not it can be remembered; then nobody can say when it will be.
      remember(at)
      return ok(at)
    },
    cancel: async () => {
      const answer = await run(['/a'])
      if (answer.outcome !== 'ok') return fail(answer.outcome, 'Windows could not be asked to cancel the restart.')
      const number = answer.exitCode === 0 ? 0 : errorNumber(answer)
      if (number !== 0 && number !== 1116)
        return fail(
          number === 5 ? 'denied' : 'conflict',
          number === 5
            ? 'Windows does not let this account cancel the restart.'
            : (sentences[number] ?? `Windows did not cancel the restart (${number}).`),
        )
      forget()
      return ok(number === 0)
    },
  }
}
