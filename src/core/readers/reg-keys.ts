import type { RegistryValue } from '../recording/recording.ts'

/** A key of a .reg file or of `reg query`. `null` for a key, or for a value: the file deletes it. */
export type RegFileKey = null | { readonly values?: Readonly<Record<string, RegistryValue | null>> }

const roots: Readonly<Record<string, string>> = {
  HKEY_LOCAL_MACHINE: 'HKLM',
  HKEY_CURRENT_USER: 'HKCU',
  HKEY_USERS: 'HKU',
  HKEY_CLASSES_ROOT: 'HKCR',
  HKEY_CURRENT_CONFIG: 'HKCC',
}
const shortRoots = new Set(Object.values(roots))

/** `HKEY_LOCAL_MACHINE\SYSTEM` → `HKLM\SYSTEM`; null when the text is no key. */
export const shortKey = (text: string): string | null => {
  const path = text.endsWith('\\') ? text.slice(0, -1) : text
  const end = path.indexOf('\\')
  const root = (end < 0 ? path : path.slice(0, end)).toUpperCase()
  const short = Object.hasOwn(roots, root) ? roots[root] : shortRoots.has(root) ? root : undefined
  return short === undefined ? null : short + (end < 0 ? '' : path.slice(end))
}

/** Names compare without case; the first spelling is kept, the last write wins, as importing the file would do. */
export class KeyCollector {
  readonly #names = new Map<string, string>()
  readonly #keys = new Map<string, Map<string, RegistryValue | null> | null | 'listed'>()
  readonly #valueNames = new Map<string, string>()

  #nameOf(key: string): string {
    const folded = key.toLowerCase()
    const name = this.#names.get(folded) ?? key
    this.#names.set(folded, name)
    return name
  }

  /** The key exists; with `withValues`, what follows are all of its values. */
  add(key: string, withValues: boolean): void {
    const name = this.#nameOf(key)
    const there = this.#keys.get(name)
    if (there instanceof Map) return
    this.#keys.set(name, withValues ? new Map() : 'listed')
  }

  delete(key: string): void {
    this.#keys.set(this.#nameOf(key), null)
  }

  set(key: string, valueName: string, value: RegistryValue | null): void {
    const name = this.#nameOf(key)
    const there = this.#keys.get(name)
    const values = there instanceof Map ? there : new Map<string, RegistryValue | null>()
    const folded = `${name.toLowerCase()}\n${valueName.toLowerCase()}`
    const spelled = this.#valueNames.get(folded) ?? valueName
    this.#valueNames.set(folded, spelled)
    values.set(spelled, value)
    this.#keys.set(name, values)
  }

  get size(): number {
    return this.#keys.size
  }

  /** `fromEntries` makes own properties even of a name such as `__proto__`. */
  toRecord(): Readonly<Record<string, RegFileKey>> {
    return Object.fromEntries(
      [...this.#keys].map(([name, values]) => [
        name,
        values instanceof Map ? { values: Object.fromEntries(values) } : values === null ? null : {},
      ]),
    )
  }
}
