import { type JournalStore, withEntries } from '../../src/core/engine/journal.ts'
import type { Pc } from '../../src/core/engine/pc.ts'
import { keys } from '../../src/core/facts/keys.ts'
import { restartIsDue } from '../../src/core/facts/restart.ts'
import type { JournalEntry, KeyPath, RegistryDump, RegistryValue } from '../../src/core/recording/recording.ts'
import { type MemoryRegistry, memoryRegistry } from '../../src/core/simulated/memory-registry.ts'
import { replay } from '../../src/core/simulated/replay.ts'
import type { Registry } from '../../src/core/windows/host.ts'
import { unknownMachine } from '../../src/core/windows/unknown-machine.ts'
import { fail, ok, type Result } from '../../src/shared/result.ts'

export const allowOnlineId = 'AllowOnlineID'
export const lsaKeys = {
  'HKLM\\SYSTEM': {},
  'HKLM\\SYSTEM\\CurrentControlSet': {},
  'HKLM\\SYSTEM\\CurrentControlSet\\Control': {},
  [keys.lsa]: {},
}

/** A registry in which PKU2U has this value; null: the key is there and the value is not. */
export const withValue = (
  value: RegistryValue | null,
  more: Readonly<Record<string, RegistryValue>> = {},
): RegistryDump => ({
  complete: true,
  keys: { ...lsaKeys, [keys.pku2u]: { values: { ...more, ...(value === null ? {} : { [allowOnlineId]: value }) } } },
})

/** A journal in memory that can be told to fail from a certain save on. */
export const memoryJournal = (initial: readonly JournalEntry[] = [], failsFrom = Number.POSITIVE_INFINITY) => {
  let entries = initial
  let saves = 0
  const store: JournalStore = {
    list: async () => ok(entries),
    save: async (set) => {
      saves += 1
      if (saves >= failsFrom) return fail('failed', 'The journal cannot be written: the disk is full.')
      entries = withEntries(entries, set)
      return ok(undefined)
    },
    alone: (work) => work(),
  }
  return { store, entries: () => entries }
}

export interface TestPc extends Pc {
  readonly registry: MemoryRegistry
  /** Every call that changes the machine, whether it worked or not. */
  readonly writes: string[]
}

export interface TestPcOptions {
  readonly registry?: RegistryDump
  readonly journal?: JournalStore
  /** Replaces calls of the registry. */
  readonly faulty?: (registry: Registry) => Partial<Registry>
  readonly elevate?: NonNullable<Pc['elevate']>
}

/** A PC in plain objects: nobody owns its settings, and all that is written is seen. */
export const testPc = ({
  registry: dump = withValue(['REG_DWORD', 0]),
  journal = memoryJournal().store,
  faulty,
  elevate,
}: TestPcOptions = {}): TestPc => {
  const registry = memoryRegistry(dump)
  const writes: string[] = []
  const wrap =
    <A extends unknown[], T>(name: string, call: (...args: A) => Result<T>) =>
    (...args: A) => {
      writes.push([name, ...args].join(' '))
      return call(...args)
    }
  const broken = { ...registry, ...faulty?.(registry) }
  const watched: Registry = {
    ...broken,
    setValue: wrap('set', broken.setValue),
    deleteValue: wrap('delete', broken.deleteValue),
    deleteEmptyKey: wrap('delete key', broken.deleteEmptyKey),
  }
  let clock = Date.parse('2026-11-20T09:15:00Z')
  return {
    registry,
    writes,
    host: {
      kind: 'simulated',
      machine: async () => unknownMachine,
      environment: () => ({ userDnsDomain: null, elevated: true }),
      registry,
      runner: replay(
        () => [
          {
            id: 'policy-result',
            program: 'powershell.exe',
            args: [],
            outcome: 'ok',
            exitCode: 0,
            durationMs: 1,
            stdout: new TextEncoder().encode('{"rsop":[]}'),
          },
        ],
        0,
      ),
    },
    writable: {
      registry: watched,
      groups: { has: async () => ok(false), add: async () => ok(undefined), remove: async () => ok(undefined) },
      firewall: { rules: async () => ok([]), set: async () => ok(undefined) },
    },
    journal,
    restart: { scheduledFor: async () => null, schedule: async () => ok(''), cancel: async () => ok(false) },
    now: () => {
      clock += 1000
      return new Date(clock).toISOString()
    },
    by: 'PC\\admin',
    restartDue: async () => {
      const list = await journal.list()
      return list.ok && restartIsDue(list.value, '2026-11-20T07:00:00Z', registry)
    },
    ...(elevate === undefined ? {} : { elevate }),
  }
}

export const requestFor = (...ids: readonly string[]) =>
  ({ ids, parameters: { account: null }, role: 'client', evenIfManaged: false }) as const

export const pku2uValue = (registry: Registry, key: KeyPath = keys.pku2u, name = allowOnlineId): unknown => {
  const value = registry.value(key, name)
  return value.ok ? value.value : value.fault.code
}
