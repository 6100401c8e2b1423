import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { z } from 'zod'
import { fail, ok, type Result } from '../../shared/result.ts'
import { errorCode } from '../../shared/thrown.ts'
import type { JournalEntry, RegistryDump } from '../recording/recording.ts'
import { journalShape, registryShape } from '../recording/shape.ts'
import { processIsAlive, withLock } from '../windows/file-lock.ts'
import { fileStore } from '../windows/file-store.ts'

const format = 'pku2u-doctor/simulated-state@1'
const fileName = 'simulated-machine.json'
/** For another command to be done, in milliseconds; each takes a moment. */
const longestWait = 10_000

/** What can change on a simulated machine. Times are ISO 8601 UTC. */
export interface SimulatedState {
  readonly machine: string
  /** The machine's own clock: it moves only when something is changed. */
  readonly clock: string
  readonly bootedAt: string
  readonly registry: RegistryDump
  readonly journal: readonly JournalEntry[]
  /** Members of a local group, by the group's SID, once somebody was added or removed. */
  readonly members: Readonly<Record<string, readonly { readonly sid: string; readonly name: string | null }[]>>
  /** When a restart was scheduled for. */
  readonly restartAt: string | null
}

const time = z.string().refine((text) => !Number.isNaN(Date.parse(text)))
const shape = z.object({
  format: z.literal(format),
  machine: z.string(),
  clock: time,
  bootedAt: time,
  registry: registryShape,
  journal: journalShape,
  members: z.record(z.string(), z.array(z.object({ sid: z.string(), name: z.string().nullable() }))),
  restartAt: time.nullable(),
})

/** null: the folder holds no state yet, so the machine is in its first one. */
const loadState = async (folder: string): Promise<Result<SimulatedState | null>> => {
  const path = join(folder, fileName)
  try {
    const parsed = shape.safeParse(JSON.parse(await readFile(path, 'utf8')))
    if (!parsed.success) return fail('unreadable', `${path} is not a simulated machine that this version knows.`)
    return ok(parsed.data)
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return ok(null)
    if (error instanceof SyntaxError) return fail('unreadable', `${path} is damaged: it is not valid JSON.`)
    return fail('unreadable', `${path} cannot be read.`)
  }
}

const contentOf = (state: SimulatedState): string => `${JSON.stringify({ format, ...state }, null, 2)}\n`

/** Folder by folder: where none can be made, Node's own recursive way may never end. */
const makeFolder = async (folder: string): Promise<void> => {
  try {
    await mkdir(folder)
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return
    if (errorCode(error) !== 'ENOENT' || dirname(folder) === folder) throw error
    await makeFolder(dirname(folder))
    await mkdir(folder)
  }
}

/** Written beside the old one and then put in its place, so that a crash leaves one or the other. */
const saveState = async (folder: string, state: SimulatedState): Promise<void> => {
  const path = join(folder, fileName)
  const file = await open(`${path}.new`, 'w')
  try {
    await file.writeFile(contentOf(state))
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(`${path}.new`, path)
}

/** The state of one simulated machine on disk, which several commands may use at the same time. */
export interface StateFolder {
  /** The state kept there; `first` where there is none yet. */
  readonly open: (first: SimulatedState) => Promise<Result<SimulatedState>>
  readonly save: (state: SimulatedState) => Promise<Result<void>>
  /** Runs `work` on the state as it is then, while no other command changes it. Waits for one that does. */
  readonly alone: <T>(work: (state: SimulatedState | null) => Promise<Result<T>>) => Promise<Result<T>>
}

export const stateFolder = (folder: string): StateFolder => {
  const written = async <T>(work: () => Promise<T>): Promise<Result<T>> => {
    try {
      return ok(await work())
    } catch {
      return fail('denied', `${folder} cannot be written.`)
    }
  }
  const files = fileStore()
  return {
    open: async (first) => {
      const kept = await loadState(folder)
      if (!kept.ok) return kept
      if (kept.value !== null) return ok(kept.value)
      const made = await written(() => makeFolder(folder))
      if (!made.ok) return made
      const created = await files.create(folder, fileName, new TextEncoder().encode(contentOf(first)))
      if (created.ok) return ok(first)
      // Another command was faster.
      const theirs = created.fault.code === 'conflict' ? await loadState(folder) : ok(null)
      if (!theirs.ok) return theirs
      return theirs.value === null ? fail('denied', `${folder} cannot be written.`) : ok(theirs.value)
    },
    save: (state) => written(() => saveState(folder, state)),
    alone: async <T>(work: (state: SimulatedState | null) => Promise<Result<T>>) => {
      const until = performance.now() + longestWait
      for (;;) {
        let began = false
        const done = await withLock({ folder, files, pid: process.pid, isAlive: processIsAlive }, async () => {
          began = true
          const state = await loadState(folder)
          return state.ok ? work(state.value) : state
        })
        const isBusy = !done.ok && done.fault.code === 'conflict' && !began
        if (!isBusy || performance.now() > until) return done
        await setTimeout(20 + Math.random() * 60)
      }
    },
  }
}
