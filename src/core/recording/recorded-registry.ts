import { type Fail, fail, ok } from '../../shared/result.ts'
import type { RecordedKey, RecordedRegistry, RegistryDump, RegistryReader, RegistryValue } from './recording.ts'

const longRoots = [
  ['hkey_local_machine', 'hklm'],
  ['hkey_current_user', 'hkcu'],
] as const

/** One spelling per key: registry names compare without case, and roots have a long form. */
const normal = (key: string): string => {
  const lower = key.toLowerCase()
  if (!lower.startsWith('hkey_')) return lower
  const root = longRoots.find(([long]) => lower === long || lower.startsWith(`${long}\\`))
  return root === undefined ? lower : root[1] + lower.slice(root[0].length)
}

const parentOf = (key: string): string => key.slice(0, Math.max(0, key.lastIndexOf('\\')))
const nameOf = (key: string): string => key.slice(key.lastIndexOf('\\') + 1)

const refusal = (key: string, error: string): Fail =>
  error === 'access-denied'
    ? fail('denied', `Windows refused to open ${key}.`)
    : fail('failed', `${key} could not be read: ${error}.`)

/**
 * A registry as it was written down. It keeps apart what a verdict must keep apart: absent, refused and not asked.
 * Rules: with `complete`, a key that is not listed does not exist; otherwise nobody asked for it.
 */
export const recordedRegistry = (dump: RegistryDump): RecordedRegistry => {
  const keys = new Map(Object.entries(dump.keys).map(([key, entry]) => [normal(key), entry]))
  const children = new Map<string, Set<string>>()
  for (const [spelled, entry] of Object.entries(dump.keys)) {
    if (entry === null) continue
    let name = spelled
    for (let parent = parentOf(name); parent !== ''; name = parent, parent = parentOf(name)) {
      const place = normal(parent)
      const known = children.get(place) ?? new Set<string>()
      // Who is listed already has brought its parents along.
      if (known.has(nameOf(name))) break
      known.add(nameOf(name))
      children.set(place, known)
    }
  }

  const listed = (key: string): RecordedKey | undefined => keys.get(normal(key))

  /** A key can be known to be absent through its parent: one that does not exist, or whose subkeys are all known. */
  const absentThroughParent = (key: string): boolean => {
    for (let name = key, parent = parentOf(key); parent !== ''; name = parent, parent = parentOf(name)) {
      const entry = listed(parent)
      if (entry === null) return true
      if (entry !== undefined && !('error' in entry) && entry.subkeys !== undefined)
        return !entry.subkeys.some((subkey) => subkey.toLowerCase() === nameOf(name).toLowerCase())
    }
    return false
  }

  /** Not listed itself, but something below it is: it exists, and what it holds was not asked. */
  const isOnlyImplied = (key: string): boolean =>
    !dump.complete && listed(key) === undefined && children.has(normal(key))

  const find = (key: string): Fail | { readonly ok: true; readonly value: Exclude<RecordedKey, { error: string }> } => {
    const entry = listed(key)
    if (entry === null) return ok(null)
    if (entry !== undefined) return 'error' in entry ? refusal(key, entry.error) : ok(entry)
    if (isOnlyImplied(key)) return fail('not-asked', `${key} was not asked for.`)
    if (children.has(normal(key))) return ok({})
    if (dump.complete) {
      const siblings = listed(parentOf(key))
      const named = siblings !== undefined && siblings !== null && !('error' in siblings) ? siblings.subkeys : undefined
      return ok(named?.some((name) => name.toLowerCase() === nameOf(key).toLowerCase()) === true ? {} : null)
    }
    return absentThroughParent(key) ? ok(null) : fail('not-asked', `${key} was not asked for.`)
  }

  const values: RegistryReader['values'] = (key) => {
    const entry = find(key)
    return entry.ok ? ok(entry.value === null ? null : (entry.value.values ?? {})) : entry
  }

  return {
    keyExists: (key) => {
      if (isOnlyImplied(key)) return ok(true)
      const entry = find(key)
      return entry.ok ? ok(entry.value !== null) : entry
    },
    values,
    value: (key, name) => {
      const all = values(key)
      if (!all.ok) return all
      const wanted = name.toLowerCase()
      const found = Object.entries(all.value ?? {}).find(([spelled]) => spelled.toLowerCase() === wanted)
      return ok<RegistryValue | null>(found?.[1] ?? null)
    },
    subkeys: (key) => {
      const entry = find(key)
      if (!entry.ok) return entry
      if (entry.value === null) return ok([])
      if (entry.value.subkeys !== undefined) return ok(entry.value.subkeys)
      if (dump.complete) return ok([...(children.get(normal(key)) ?? [])])
      return fail('not-asked', `The subkeys of ${key} were not asked for.`)
    },
    knownSubkeys: (key) => {
      const entry = listed(key)
      if (entry === null) return []
      const named = entry === undefined || 'error' in entry ? undefined : entry.subkeys
      return named ?? [...(children.get(normal(key)) ?? [])]
    },
  }
}
