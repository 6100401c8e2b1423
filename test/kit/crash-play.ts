import { unfinished } from '../../src/core/engine/finish.ts'
import type { Pc } from '../../src/core/engine/pc.ts'
import { finishChangeSet } from '../../src/core/engine/perform-finish.ts'
import { performFix } from '../../src/core/engine/perform-fix.ts'
import { performUndo } from '../../src/core/engine/perform-undo.ts'
import { openSimulatedPc } from '../../src/core/simulated/simulated-host.ts'
import { diskJournal } from '../../src/core/windows/disk-journal.ts'
import { fileStore } from '../../src/core/windows/file-store.ts'
import type { Registry } from '../../src/core/windows/host.ts'
import { ok } from '../../src/shared/result.ts'
import { crashAt, crashingFiles } from './crash-steps.ts'
import { fileRegistry } from './file-registry.ts'
import { requestFor, testPc } from './test-pc.ts'

export interface Play {
  readonly on: 'disk' | 'state'
  readonly folder: string
  readonly act: 'fix' | 'undo' | 'finish'
  /** The step to die at; 0 lives to the end. */
  readonly at: number
}

/** Two values, so that there is something between the old state and the new one. */
export const crashRequest = requestFor('pku2u.enable', 'rdp.enable')
export const simulatedName = 'client-value-off'

const dying = (registry: Registry, around: ReturnType<typeof crashAt>['around']): Registry => ({
  ...registry,
  setValue: around(registry.setValue),
  deleteValue: around(registry.deleteValue),
  deleteEmptyKey: around(registry.deleteEmptyKey),
})

/** The journal and the registry of `folder`, each as a file. */
export const diskPc = (folder: string, at = 0): { readonly pc: Pc; readonly passed: () => number } => {
  const { around, passed } = crashAt(at)
  const registry = fileRegistry(
    `${folder}/registry.json`,
    around(() => undefined),
  )
  const pc = testPc()
  const files = fileStore(crashingFiles(around))
  return {
    passed,
    pc: {
      ...pc,
      host: { ...pc.host, registry },
      writable: { ...pc.writable, registry: dying(registry, around) },
      journal: diskJournal({ folder: `${folder}/journal`, prepare: async () => ok(undefined), files }),
    },
  }
}

export const statePc = async (folder: string, at = 0): Promise<{ readonly pc: Pc; readonly passed: () => number }> => {
  const { around, passed } = crashAt(at)
  const opened = await openSimulatedPc(simulatedName, { stateFolder: folder, at: null })
  if (!opened.ok) throw new Error(opened.fault.message)
  const pc = opened.value
  return {
    passed,
    pc: {
      ...pc,
      journal: { ...pc.journal, save: around(pc.journal.save) },
      writable: { ...pc.writable, registry: dying(pc.writable.registry, around) },
    },
  }
}

const acts = {
  fix: (pc: Pc) => performFix(pc, crashRequest, null),
  undo: (pc: Pc) => performUndo(pc, null),
  finish: async (pc: Pc) => {
    const sets = await unfinished(pc)
    return sets.ok ? finishChangeSet(pc, sets.value[0]?.[0]?.id ?? '') : sets
  },
} as const

/** Plays the change and answers how many steps it had; with `at`, this process does not come back. */
export const play = async ({ on, folder, act, at }: Play): Promise<number> => {
  const { pc, passed } = on === 'disk' ? diskPc(folder, at) : await statePc(folder, at)
  const done = await acts[act](pc)
  if (!done.ok) throw new Error(done.fault.message)
  return passed()
}
