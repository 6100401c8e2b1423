import { ok } from '../../shared/result.ts'
import { defineProbe } from '../engine/probe.ts'
import type { JournalEntry, KeyPath, RegistryReader } from '../recording/recording.ts'
import { keys } from './keys.ts'

export interface RestartMemory {
  /** Changes of this product that need a restart to take effect, whenever they were made. */
  readonly changes: number
  /** When the newest of them was written or undone. */
  readonly newest: string | null
  readonly newestFix: string | null
  /** null: Windows did not say when it started. */
  readonly due: boolean | null
  /** The value is again what it was at boot, so there is nothing to restart for. */
  readonly backAsAtBoot: boolean
}

interface Write {
  readonly at: number
  readonly time: string
  readonly fix: string
  /** The value before this write, for each registry value it touched. */
  readonly before: readonly { readonly key: string; readonly name: string; readonly value: unknown }[]
}

const isObject = (raw: unknown): raw is Readonly<Record<string, unknown>> => typeof raw === 'object' && raw !== null
const field = (raw: unknown, name: string): unknown => (isObject(raw) ? raw[name] : undefined)

/** A journal entry is one write, and a second one when it was undone. */
const writesOf = (entry: JournalEntry): readonly Write[] => {
  const touched = (from: 'before' | 'spec') =>
    entry.changes.flatMap(({ kind, spec, before }) => {
      const key = field(spec, 'key')
      const name = field(spec, 'name')
      if (kind !== 'registry-value' || typeof key !== 'string' || typeof name !== 'string') return []
      return [{ key, name, value: field(from === 'before' ? before : spec, 'value') ?? null }]
    })
  const writes: Write[] = []
  const { fix, appliedAt, undoneAt } = entry
  if (appliedAt !== null) writes.push({ at: Date.parse(appliedAt), time: appliedAt, fix, before: touched('before') })
  if (undoneAt !== null) writes.push({ at: Date.parse(undoneAt), time: undoneAt, fix, before: touched('spec') })
  return writes
}

const backAsAtBoot = (sinceBoot: readonly Write[], registry: RegistryReader): boolean => {
  const atBoot = new Map<string, { key: string; name: string; value: unknown }>()
  for (const write of sinceBoot)
    for (const touched of write.before) {
      const id = `${touched.key}\\${touched.name}`.toLowerCase()
      if (!atBoot.has(id)) atBoot.set(id, touched)
    }
  if (atBoot.size === 0) return false
  return [...atBoot.values()].every(({ key, name, value }) => {
    const now = registry.value(key as KeyPath, name)
    return now.ok && JSON.stringify(now.value) === JSON.stringify(value)
  })
}

const memoryOf = (
  journal: readonly JournalEntry[],
  bootedAt: string | null,
  registry: RegistryReader,
): RestartMemory => {
  const writes = journal
    .filter(({ restart }) => restart !== 'none')
    .flatMap(writesOf)
    .sort((a, b) => a.at - b.at)
  const newest = writes.at(-1)
  const changes = writes.length
  if (newest === undefined) return { changes, newest: null, newestFix: null, due: false, backAsAtBoot: false }
  const about = { changes, newest: newest.time, newestFix: newest.fix }
  const boot = bootedAt === null ? null : Date.parse(bootedAt)
  if (boot === null) return { ...about, due: null, backAsAtBoot: false }
  if (newest.at <= boot) return { ...about, due: false, backAsAtBoot: false }
  const sinceBoot = writes.filter(({ at }) => at > boot)
  const back = backAsAtBoot(sinceBoot, registry)
  return { ...about, due: !back, backAsAtBoot: back }
}

/** Whether a change of this product waits for a restart. Not knowing when Windows started counts as waiting. */
export const restartIsDue = (
  journal: readonly JournalEntry[],
  bootedAt: string | null,
  registry: RegistryReader,
): boolean => memoryOf(journal, bootedAt, registry).due !== false

/**
 * None of Windows' pending-restart flags is set by changing AllowOnlineID, so the time of our own writes is compared
 * with the boot time.
 */
export const restartMemory = defineProbe<RestartMemory>({
  id: 'restart-memory',
  keys: [keys.pku2u],
  read: ({ recording: { journal, machine, registry } }) => ok(memoryOf(journal, machine.bootedAt, registry)),
})
