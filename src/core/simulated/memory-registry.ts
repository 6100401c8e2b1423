import { fail, ok, type Result } from '../../shared/result.ts'
import { recordedRegistry } from '../recording/recorded-registry.ts'
import type { KeyPath, RecordedKey, RegistryDump, RegistryValue } from '../recording/recording.ts'
import type { Registry } from '../windows/host.ts'

export interface MemoryRegistry extends Registry {
  /** All of it as data, to be kept between commands. */
  readonly dump: () => RegistryDump
  /** Takes the place of all of it. */
  readonly restore: (dump: RegistryDump) => void
}

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()
const parentOf = (key: string): string => key.slice(0, Math.max(0, key.lastIndexOf('\\')))
const nameOf = (key: string): string => key.slice(key.lastIndexOf('\\') + 1)

/** A registry in memory that starts from a recorded one and keeps what is written. Siblings stay as they are. */
export const memoryRegistry = (initial: RegistryDump): MemoryRegistry => {
  let dump = initial
  let reader = recordedRegistry(dump)
  const spelled = (key: string): string => Object.keys(dump.keys).find((each) => same(each, key)) ?? key
  const replace = (key: string, entry: RecordedKey | undefined): void => {
    const keys = Object.fromEntries(Object.entries(dump.keys).filter(([each]) => !same(each, key)))
    dump = { ...dump, keys: entry === undefined ? keys : { ...keys, [spelled(key)]: entry } }
    reader = recordedRegistry(dump)
  }
  const namedSubkeys = (key: string): readonly string[] | undefined => {
    const entry = dump.keys[spelled(key)]
    return entry !== undefined && entry !== null && 'subkeys' in entry ? entry.subkeys : undefined
  }
  const replaceValues = (key: KeyPath, values: Readonly<Record<string, RegistryValue>>): void => {
    const subkeys = namedSubkeys(key)
    replace(key, { values, ...(subkeys === undefined ? {} : { subkeys }) })
  }
  /** A parent that names its subkeys has to name a new one, too, and forget one that is gone. */
  const tellParent = (key: string, there: boolean): void => {
    const parent = parentOf(key)
    const known = namedSubkeys(parent)
    const entry = dump.keys[spelled(parent)]
    if (known === undefined || entry === undefined || entry === null || 'error' in entry) return
    const others = known.filter((each) => !same(each, nameOf(key)))
    if (there && others.length < known.length) return
    replace(parent, { ...entry, subkeys: there ? [...others, nameOf(key)] : others })
  }
  const valuesOf = (key: KeyPath): Result<Readonly<Record<string, RegistryValue>> | null> => reader.values(key)
  const create = (key: string): void => {
    if (parentOf(key) === '') return
    const there = reader.keyExists(key as KeyPath)
    if (there.ok && there.value) return
    create(parentOf(key))
    replace(key, { values: {} })
    tellParent(key, true)
  }

  return {
    keyExists: (key) => reader.keyExists(key),
    value: (key, name) => reader.value(key, name),
    exactValue: (key, name) => reader.value(key, name),
    values: valuesOf,
    subkeys: (key) => reader.subkeys(key),
    setValue: (key, name, value) => {
      const there = valuesOf(key)
      if (!there.ok) return there
      create(key)
      const values = there.value ?? {}
      const known = Object.keys(values).find((each) => same(each, name)) ?? name
      replaceValues(key, { ...values, [known]: value })
      return ok(undefined)
    },
    deleteValue: (key, name) => {
      const there = valuesOf(key)
      if (!there.ok) return there
      if (there.value === null) return ok(undefined)
      replaceValues(key, Object.fromEntries(Object.entries(there.value).filter(([each]) => !same(each, name))))
      return ok(undefined)
    },
    deleteEmptyKey: (key) => {
      const values = valuesOf(key)
      if (!values.ok) return values
      if (values.value === null) return ok(undefined)
      const subkeys = reader.subkeys(key)
      if (!subkeys.ok) return subkeys
      if (subkeys.value.length > 0 || Object.keys(values.value).length > 0)
        return fail('conflict', `${key} is in use and was left alone.`)
      replace(key, dump.complete ? undefined : null)
      tellParent(key, false)
      return ok(undefined)
    },
    dump: () => dump,
    restore: (kept) => {
      dump = kept
      reader = recordedRegistry(dump)
    },
  }
}
