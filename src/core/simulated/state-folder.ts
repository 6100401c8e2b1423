import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { JournalEntry, RegistryDump } from '../recording/recording.ts'
import { journalShape, registryShape } from '../recording/shape.ts'

const format = 'pku2u-doctor/simulated-state@1'
const fileName = 'simulated-machine.json'

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
export const loadState = async (folder: string): Promise<Result<SimulatedState | null>> => {
  const path = join(folder, fileName)
  try {
    const parsed = shape.safeParse(JSON.parse(await readFile(path, 'utf8')))
    if (!parsed.success) return fail('unreadable', `${path} is not a simulated machine that this version knows.`)
    return ok(parsed.data)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    if (code === 'ENOENT') return ok(null)
    if (error instanceof SyntaxError) return fail('unreadable', `${path} is damaged: it is not valid JSON.`)
    return fail('unreadable', `${path} cannot be read.`)
  }
}

/** Written beside the old one and then put in its place, so that a crash leaves one or the other. */
export const saveState = async (folder: string, state: SimulatedState): Promise<Result<void>> => {
  const path = join(folder, fileName)
  try {
    await mkdir(folder, { recursive: true })
    const file = await open(`${path}.new`, 'w')
    try {
      await file.writeFile(`${JSON.stringify({ format, ...state }, null, 2)}\n`)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(`${path}.new`, path)
    return ok(undefined)
  } catch {
    return fail('denied', `${folder} cannot be written.`)
  }
}
