import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runElevatedStep } from '../../src/core/elevation/elevated-step.ts'
import { unfinished } from '../../src/core/engine/finish.ts'
import type { Pc } from '../../src/core/engine/pc.ts'
import { finishChangeSet } from '../../src/core/engine/perform-finish.ts'
import { performFix } from '../../src/core/engine/perform-fix.ts'
import { performUndo, putBackChangeSet } from '../../src/core/engine/perform-undo.ts'
import { windowsComeBack } from '../../src/core/windows/come-back.ts'
import { diskJournal } from '../../src/core/windows/disk-journal.ts'
import { fileStore } from '../../src/core/windows/file-store.ts'
import { nativeRegistry } from '../../src/core/windows/native-registry.ts'
import { createWindowsPc } from '../../src/core/windows/windows-pc.ts'
import { ok } from '../../src/shared/result.ts'
import { crashAt, crashingFiles } from '../kit/crash-steps.ts'
import { requestFor } from '../kit/test-pc.ts'

/** What the lab wants changed inside Windows. Files named here lie in the folder of the scene. */
export type FixTask =
  /** Each state is imported, exported, fixed, undone and exported again. */
  | {
      readonly do: 'fix-undo'
      readonly key: string
      readonly states: readonly { readonly file: string; readonly fix: string }[]
    }
  | { readonly do: 'crash'; readonly at: number; readonly act: 'fix' | 'undo' }
  | { readonly do: 'look-after'; readonly way: 'finish' | 'put-back' | 'look' }
  | { readonly do: 'step'; readonly argv: readonly string[] }
  | { readonly do: 'come-back'; readonly program: string; readonly forget: boolean }
  | { readonly do: 'time-fixes'; readonly rounds: number }

const folder = process.argv[2] ?? '.'
const reg = (...args: readonly string[]) => execFileSync('C:\\windows\\system32\\reg.exe', args, { stdio: 'ignore' })

/** The real registry, with a journal in the folder of the scene; `at` is the step to die at. */
const scenePc = (at = 0): { readonly pc: Pc; readonly passed: () => number } => {
  const { around, passed } = crashAt(at)
  const pc = createWindowsPc()
  const registry = nativeRegistry()
  const dying = {
    ...registry,
    setValue: around(registry.setValue),
    deleteValue: around(registry.deleteValue),
    deleteEmptyKey: around(registry.deleteEmptyKey),
  }
  const journal = diskJournal({
    folder: join(folder, 'journal'),
    prepare: async () => ok(undefined),
    files: fileStore(crashingFiles(around)),
  })
  return { passed, pc: { ...pc, writable: { ...pc.writable, registry: dying }, journal } }
}

const fixUndo = async ({ key, states }: Extract<FixTask, { do: 'fix-undo' }>) => {
  const { pc } = scenePc()
  const answers: unknown[] = []
  for (const { file, fix } of states) {
    reg('import', join(folder, file))
    const exported = ['before', 'after'].map((when) => join(folder, `${when}.reg`))
    reg('export', key, exported[0] ?? '', '/y')
    const fixed = await performFix(pc, requestFor(fix), null)
    const undone = fixed.ok && fixed.value.changeId !== null ? await performUndo(pc, fixed.value.changeId) : null
    reg('export', key, exported[1] ?? '', '/y')
    const [before, after] = exported.map((path) => readFileSync(path))
    answers.push({
      fixed: fixed.ok ? fixed.value.state : fixed.fault,
      wrote: fixed.ok && fixed.value.changeId !== null,
      undone: undone === null ? null : undone.ok ? undone.value.state : undone.fault,
      same: before !== undefined && after !== undefined && before.equals(after),
      bytes: before?.length,
    })
  }
  return answers
}

const lookAfter = async (way: 'finish' | 'put-back' | 'look') => {
  const { pc } = scenePc()
  const sets = await unfinished(pc)
  if (!sets.ok) return sets
  const id = sets.value[0]?.[0]?.id ?? null
  if (id === null || way === 'look') {
    const list = await pc.journal.list()
    return { unfinished: id, states: list.ok ? list.value.map(({ state }) => state) : list.fault }
  }
  const done = way === 'finish' ? await finishChangeSet(pc, id) : await putBackChangeSet(pc, id)
  return { unfinished: id, done: done.ok ? done.value.state : done.fault }
}

const timeFixes = async (rounds: number) => {
  const { pc } = scenePc()
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const startedAt = performance.now()
    const fixed = await performFix(pc, requestFor('pku2u.enable'), null)
    times.push(performance.now() - startedAt)
    if (!fixed.ok || fixed.value.changeId === null) throw new Error(JSON.stringify(fixed))
    await performUndo(pc, fixed.value.changeId)
  }
  return times
}

const perform = async (task: FixTask): Promise<unknown> => {
  switch (task.do) {
    case 'fix-undo':
      return fixUndo(task)
    case 'crash': {
      const { pc, passed } = scenePc(task.at)
      const done =
        task.act === 'fix' ? await performFix(pc, requestFor('pku2u.enable'), null) : await performUndo(pc, null)
      return { steps: passed(), done: done.ok ? done.value.state : done.fault }
    }
    case 'look-after':
      return lookAfter(task.way)
    case 'step':
      return runElevatedStep(task.argv)
    case 'come-back':
      return task.forget
        ? windowsComeBack(nativeRegistry(), task.program).forget()
        : windowsComeBack(nativeRegistry(), task.program).remember('restart')
    case 'time-fixes':
      return timeFixes(task.rounds)
  }
}

const task = JSON.parse(readFileSync(join(folder, 'task.json'), 'utf8')) as FixTask
writeFileSync(join(folder, 'answer.json'), JSON.stringify(await perform(task), null, 2))
