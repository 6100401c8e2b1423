import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Wanted } from '../../src/core/engine/wanted.ts'
import { saveRecording } from '../../src/core/recording/save.ts'
import { collect } from '../../src/core/windows/collect.ts'
import { nativeRegistry } from '../../src/core/windows/native-registry.ts'
import { createWindowsHost } from '../../src/core/windows/windows-host.ts'
import type { Intent } from '../../src/shared/intent.ts'
import type { Progress } from '../../src/shared/ipc-contract.ts'
import { askRegistry, type RegistryQuestion } from './registry-questions.ts'
import { type Reads, timeReads } from './time-reads.ts'

/** What the lab wants done inside Windows; the Linux side writes it to `task.json` and reads `answer.json`. */
export type Task =
  | { readonly do: 'collect'; readonly intent: Intent; readonly wanted: Wanted; readonly cancelAfterMs?: number }
  | { readonly do: 'run'; readonly args: readonly string[]; readonly timeoutMs: number }
  | { readonly do: 'registry'; readonly questions: readonly RegistryQuestion[] }
  | ({ readonly do: 'time-reads' } & Reads)

const perform = async (task: Task, folder: string): Promise<unknown> => {
  if (task.do === 'registry') return askRegistry(nativeRegistry(), task.questions)
  if (task.do === 'run') {
    const { program, args, timeoutMs } = { program: 'klist' as const, args: task.args, timeoutMs: task.timeoutMs }
    const { stdout, stderr, ...rest } = await createWindowsHost().runner.run({ program, args, timeoutMs })
    return { ...rest, stdout: Buffer.from(stdout).toString('latin1'), stderrBytes: stderr.length }
  }
  if (task.do === 'time-reads') return timeReads(task)
  const { intent, wanted, cancelAfterMs } = task
  const progress: Progress[] = []
  const signal = cancelAfterMs === undefined ? {} : { signal: AbortSignal.timeout(cancelAfterMs) }
  const startedAt = performance.now()
  const options = { intent, now: () => new Date(), onProgress: (step: Progress) => progress.push(step), ...signal }
  const recorded = await collect(createWindowsHost(), wanted, options)
  const wallMs = Math.round(performance.now() - startedAt)
  await saveRecording(join(folder, 'recording'), recorded)
  return { wallMs, progress }
}

const folder = process.argv[2] ?? '.'
const task = JSON.parse(readFileSync(join(folder, 'task.json'), 'utf8')) as Task
writeFileSync(join(folder, 'answer.json'), JSON.stringify(await perform(task, folder), null, 2))
