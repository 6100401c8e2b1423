import { createRequire } from 'node:module'
import { type Fail, fail, ok, type Result } from '../../shared/result.ts'
import { errorMessage } from '../../shared/thrown.ts'
import type { KeyPath, RegistryValue } from '../recording/recording.ts'
import type { Registry } from './host.ts'
import { decodeExactly, decodeValue, encodeValue } from './registry-data.ts'

/** The package behind all of this; a type only, because loading it is for Windows alone. */
export type NativeReg = typeof import('native-reg')
type Handle = import('native-reg').HKEY

const loadNativeReg = (): NativeReg => createRequire(import.meta.url)('native-reg')

const accessDenied = 5
/** File, path, and a key that somebody deleted while it was open. */
const notThere = new Set([2, 3, 1018])

const errorNumber = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'errno' in error ? error.errno : null

/** What a key is opened for: no more than is needed, so that nothing is refused for rights nobody uses. */
type Purpose = 'read' | 'list' | 'write'
const missingRight: Readonly<Record<Purpose, string>> = {
  read: 'the right to read its values',
  list: 'the right to list it',
  write: 'the right to set its values',
}

const faultOf = (error: unknown, key: string, purpose: Purpose): Fail =>
  errorNumber(error) === accessDenied
    ? fail('denied', `Windows refused access to ${key}: ${missingRight[purpose]} is missing.`)
    : fail('failed', `${key} could not be reached: ${errorMessage(error)}`)

/**
 * The registry of this PC, in-process and always in its 64-bit view. It tells absent from refused, which reg.exe cannot.
 * `load` is called on first use, so a package that cannot be loaded makes every answer a fault and nothing else.
 */
export const nativeRegistry = (load: () => NativeReg = loadNativeReg): Registry => {
  let loaded: NativeReg | null = null
  const native = (): NativeReg => {
    loaded ??= load()
    return loaded
  }
  const rights = (purpose: Purpose): number => {
    const { Access } = native()
    const wanted = {
      read: Access.QUERY_VALUE,
      // Windows tells the longest name, which listing needs, only to those who may read values.
      list: Access.ENUMERATE_SUB_KEYS | Access.QUERY_VALUE,
      write: Access.SET_VALUE,
    }
    return wanted[purpose] | Access.WOW64_64KEY
  }
  const place = (key: KeyPath): readonly [Handle, string] => {
    const { HKEY } = native()
    return [key.startsWith('HKLM\\') ? HKEY.LOCAL_MACHINE : HKEY.CURRENT_USER, key.slice(5)]
  }

  /** Opens a key, uses it and closes it; `absent` answers for a key that is not there. */
  const using = <T>(key: KeyPath, purpose: Purpose, absent: T, use: (handle: Handle) => Result<T>): Result<T> => {
    try {
      const handle = native().openKey(...place(key), rights(purpose))
      if (handle === null) return ok(absent)
      try {
        return use(handle)
      } finally {
        native().closeKey(handle)
      }
    } catch (error) {
      return notThere.has(Number(errorNumber(error) ?? 0)) ? ok(absent) : faultOf(error, key, purpose)
    }
  }
  const readValue = (handle: Handle, name: string, decode = decodeValue): RegistryValue | null => {
    const raw = native().queryValueRaw(handle, name)
    return raw === null ? null : decode(raw.type, raw)
  }
  const subkeys: Registry['subkeys'] = (key) =>
    using<readonly string[]>(key, 'list', [], (handle) => ok(native().enumKeyNames(handle)))

  return {
    keyExists: (key) => using(key, 'read', false, () => ok(true)),
    value: (key, name) => using<RegistryValue | null>(key, 'read', null, (handle) => ok(readValue(handle, name))),
    exactValue: (key, name) =>
      using<RegistryValue | null>(key, 'read', null, (handle) => ok(readValue(handle, name, decodeExactly))),
    values: (key) =>
      using<Readonly<Record<string, RegistryValue>> | null>(key, 'read', null, (handle) => {
        // Entries, not assignments: a value may be called `__proto__`.
        const entries = native()
          .enumValueNames(handle)
          .map((name) => [name, readValue(handle, name)] as const)
        return ok(Object.fromEntries(entries.flatMap(([name, value]) => (value === null ? [] : [[name, value]]))))
      }),
    subkeys,
    setValue: (key, name, value) => {
      const encoded = encodeValue(value)
      if (encoded === null)
        return fail('invalid-input', `${String(value[0])} cannot hold the value for ${key}\\${name}.`)
      try {
        const handle = native().createKey(...place(key), rights('write'))
        try {
          native().setValueRaw(handle, name, encoded.type, encoded.data)
          return ok(undefined)
        } finally {
          native().closeKey(handle)
        }
      } catch (error) {
        return faultOf(error, key, 'write')
      }
    },
    deleteValue: (key, name) =>
      using<void>(key, 'write', undefined, (handle) => {
        native().deleteValue(handle, name)
        return ok(undefined)
      }),
    deleteEmptyKey: (key) => {
      // Windows deletes a key together with its values, so it is looked at first. A value written between the two steps
      // would be lost; no function of Windows closes that gap.
      const inUse = using(key, 'list', false, (handle) =>
        ok(native().enumValueNames(handle).length > 0 || native().enumKeyNames(handle).length > 0),
      )
      if (!inUse.ok) return inUse
      if (inUse.value) return fail('conflict', `${key} holds something, so it was left alone.`)
      const [parent, name] = [key.slice(0, key.lastIndexOf('\\')), key.slice(key.lastIndexOf('\\') + 1)]
      return using<void>(parent as KeyPath, 'read', undefined, (handle) => {
        // Through its parent's handle: by path, a 32-bit process would delete in the other view.
        native().deleteKey(handle, name)
        return ok(undefined)
      })
    },
  }
}

/**
 * Whether this process has administrator rights; null when that cannot be told. The hive of the Local Service account
 * opens for administrators only, and asking costs no process. [General Windows knowledge: only time limits and what is
 * worth asking hang on it; the recording says what PowerShell asked Windows itself.]
 */
export const processIsElevated = (load: () => NativeReg = loadNativeReg): boolean | null => {
  try {
    const { openKey, closeKey, HKEY, Access } = load()
    const handle = openKey(HKEY.USERS, 'S-1-5-19', Access.QUERY_VALUE)
    closeKey(handle)
    return handle === null ? null : true
  } catch (error) {
    return errorNumber(error) === accessDenied ? false : null
  }
}
