import { z } from 'zod'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { JournalStore } from '../engine/journal.ts'
import type { JournalEntry } from '../recording/recording.ts'
import { journalShape } from '../recording/shape.ts'
import { processIsAlive, withLock } from './file-lock.ts'
import { type FileStore, fileStore } from './file-store.ts'

const family = 'pku2u-doctor/change-set@'
const format = `${family}1`

/** What a later version may have added stays in the file when this one writes it again. */
const envelope = z.looseObject({ format: z.string(), entries: z.array(z.looseObject({ id: z.string() })).min(1) })

/** A number that counts up, so that the order does not rest on a clock that may be put back; then the set's id. */
const fileName = /^(\d{10})-([0-9a-f][0-9a-f-]{0,63})\.json$/
const idForm = /^[0-9a-f][0-9a-f-]{0,63}$/

interface ChangeSet {
  readonly name: string
  readonly id: string
  readonly rest: Readonly<Record<string, unknown>>
  readonly raw: readonly Readonly<Record<string, unknown>>[]
  readonly entries: readonly JournalEntry[]
}

export interface DiskJournalOptions {
  readonly folder: string
  /** Makes the folder when it is missing and answers whether it can be trusted; asked before anything is written. */
  readonly prepare: () => Promise<Result<void>>
  readonly files?: FileStore
  readonly pid?: number
  readonly isAlive?: (pid: number) => boolean
}

const unreadable = (folder: string, name: string, what: string) =>
  fail(
    'unreadable',
    `The journal file ${name} ${what}. Nothing was changed. Move it out of ${folder} to go on without it.`,
  )

const parse = (folder: string, name: string, id: string, bytes: Uint8Array): Result<ChangeSet> => {
  let raw: unknown
  try {
    raw = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    // Whatever is wrong with the text, it is the same news to a person: the file is no journal any more.
    return unreadable(folder, name, 'is damaged or cut off')
  }
  const outer = envelope.safeParse(raw)
  if (!outer.success || !outer.data.format.startsWith(family))
    return unreadable(folder, name, 'is not a journal of PKU2U Doctor')
  if (outer.data.format !== format) return unreadable(folder, name, 'was written by a newer version of PKU2U Doctor')
  const entries = journalShape.safeParse(outer.data.entries)
  if (!entries.success || entries.data.some((entry) => entry.id !== id))
    return unreadable(folder, name, 'holds something that is not a change of PKU2U Doctor')
  return ok({ name, id, rest: outer.data, raw: outer.data.entries, entries: entries.data })
}

/** The journal of this PC: one file for each change set. A file that cannot be understood stops everything, in words. */
export const diskJournal = (options: DiskJournalOptions): JournalStore => {
  const { folder, prepare, files = fileStore(), pid = process.pid, isAlive = processIsAlive } = options
  const named = async (): Promise<Result<readonly (readonly [name: string, number: number, id: string])[]>> => {
    const names = await files.names(folder)
    if (!names.ok) return names
    const sets: (readonly [string, number, string])[] = []
    for (const name of names.value.filter((each) => each.endsWith('.json'))) {
      const [, number, id] = fileName.exec(name) ?? []
      if (number === undefined || id === undefined) return unreadable(folder, name, 'is not a journal of PKU2U Doctor')
      sets.push([name, Number(number), id])
    }
    return ok(sets)
  }
  const load = async (name: string, id: string): Promise<Result<ChangeSet>> => {
    const bytes = await files.read(folder, name)
    return bytes.ok ? parse(folder, name, id, bytes.value) : bytes
  }
  const saveSet = async (id: string, entries: readonly JournalEntry[]): Promise<Result<void>> => {
    if (!idForm.test(id)) return fail('invalid-input', `"${id}" cannot be the name of a change.`)
    const sets = await named()
    if (!sets.ok) return sets
    const known = sets.value.find(([, , each]) => each === id)
    const loaded = known === undefined ? ok(null) : await load(known[0], id)
    if (!loaded.ok) return loaded
    const next = Math.max(0, ...sets.value.map(([, number]) => number)) + 1
    const name = known?.[0] ?? `${String(next).padStart(10, '0')}-${id}.json`
    const merged = entries.map((entry) => {
      const index = loaded.value?.entries.findIndex(({ fix }) => fix === entry.fix) ?? -1
      return { ...loaded.value?.raw[index], ...entry }
    })
    const text = `${JSON.stringify({ ...loaded.value?.rest, format, entries: merged }, null, 2)}\n`
    return files.replace(folder, name, new TextEncoder().encode(text))
  }
  return {
    list: async () => {
      const sets = await named()
      if (!sets.ok) return sets
      const entries: JournalEntry[] = []
      for (const [name, , id] of sets.value) {
        const loaded = await load(name, id)
        if (!loaded.ok) return loaded
        entries.push(...loaded.value.entries)
      }
      return ok(entries)
    },
    save: async (entries) => {
      const ready = await prepare()
      if (!ready.ok) return ready
      for (const id of new Set(entries.map((entry) => entry.id))) {
        const saved = await saveSet(
          id,
          entries.filter((entry) => entry.id === id),
        )
        if (!saved.ok) return saved
      }
      return ok(undefined)
    },
    alone: async (work) => {
      const ready = await prepare()
      return ready.ok ? withLock({ folder, files, pid, isAlive }, work) : ready
    },
  }
}
