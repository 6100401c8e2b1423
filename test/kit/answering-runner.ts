import type { Command, CommandRunner, Transcript } from '../../src/core/windows/host.ts'
import { writeParts } from '../../src/core/windows/powershell-answers.ts'

export type Answer =
  | Partial<Transcript>
  | {
      readonly part: string
      readonly json?: unknown
      readonly outcome?: 'denied' | 'failed'
      readonly message?: string
    }

/** A runner that answers each command in turn and keeps what it was asked. */
export const answeringRunner = (...answers: readonly Answer[]) => {
  const asked: Command[] = []
  const runner: CommandRunner = {
    run: async (command) => {
      const answer = answers[Math.min(asked.length, answers.length - 1)] ?? {}
      asked.push(command)
      const empty = {
        outcome: 'ok',
        exitCode: 0,
        stdout: new Uint8Array(),
        stderr: new Uint8Array(),
        durationMs: 1,
      } as const
      if (!('part' in answer)) return { ...empty, ...answer }
      const { part, json, message } = answer
      const outcome: 'ok' | 'denied' | 'failed' = answer.outcome ?? 'ok'
      const line = { part, outcome, ms: 1, json, ...(message === undefined ? {} : { message }) }
      return { ...empty, stdout: writeParts([line]) }
    },
  }
  const data = () => asked.map((command) => (command.data === undefined ? null : JSON.parse(command.data)))
  return { runner, asked, data }
}
