import type { Fault } from '../../shared/result.ts'
import type { KeyPath, RecordedKey, RegistryDump, RegistryReader } from '../recording/recording.ts'

const errorOf = ({ code }: Fault): RecordedKey => ({ error: code === 'denied' ? 'access-denied' : code })

const readKey = (registry: RegistryReader, key: KeyPath): RecordedKey => {
  const values = registry.values(key)
  if (!values.ok) return errorOf(values.fault)
  if (values.value === null) return null
  const subkeys = registry.subkeys(key)
  // Values without the right to list what is below them are still values; the subkeys then count as not asked.
  return { values: values.value, ...(subkeys.ok ? { subkeys: subkeys.value } : {}) }
}

/**
 * The keys that are wanted, and below `trees` every direct subkey, each once however it is spelled. Never `complete`:
 * what is not listed was not asked, so a later rule does not take it for absent.
 */
export const collectRegistry = (
  registry: RegistryReader,
  wanted: { readonly keys: readonly KeyPath[]; readonly trees: readonly KeyPath[] },
): RegistryDump => {
  const found = new Map<string, readonly [KeyPath, RecordedKey]>()
  const read = (key: KeyPath): RecordedKey => {
    const known = found.get(key.toLowerCase())
    if (known !== undefined) return known[1]
    const entry = readKey(registry, key)
    found.set(key.toLowerCase(), [key, entry])
    return entry
  }
  for (const key of wanted.keys) read(key)
  for (const tree of wanted.trees) {
    const entry = read(tree)
    const subkeys = entry !== null && 'subkeys' in entry ? (entry.subkeys ?? []) : []
    for (const name of subkeys) read(`${tree}\\${name}`)
  }
  return { complete: false, keys: Object.fromEntries(found.values()) }
}
