import { fail, ok, type Result } from '../../shared/result.ts'
import type { RegistryValue } from '../recording/recording.ts'

/** The number of a REG_DWORD; null for any other type. */
export const dword = (value: RegistryValue | null): number | null =>
  value !== null && value[0] === 'REG_DWORD' && typeof value[1] === 'number' ? value[1] : null

/** The number of a REG_DWORD that may be absent. What Windows makes of another type is not known. */
export const dwordIfSet = (name: string, value: RegistryValue | null): Result<number | null> =>
  value !== null && dword(value) === null
    ? fail('unreadable', `${name} is not a REG_DWORD, and what Windows makes of that is not known.`)
    : ok(dword(value))

/** The text of a REG_SZ or REG_EXPAND_SZ; null for any other type or an empty text. */
export const text = (value: RegistryValue | null): string | null =>
  value !== null &&
  (value[0] === 'REG_SZ' || value[0] === 'REG_EXPAND_SZ') &&
  typeof value[1] === 'string' &&
  value[1] !== ''
    ? value[1]
    : null

/** A number, also where it is kept as decimal text, as build numbers are. */
export const numberIn = (value: RegistryValue | null): number | null => {
  const written = text(value)
  return written !== null && /^\d{1,10}$/.test(written) ? Number(written) : dword(value)
}

/** A value as evidence shows it: `AllowOnlineID = 0 (REG_DWORD)`, or that it is not set. */
export const shown = (name: string, value: RegistryValue | null): string => {
  if (value === null) return `${name} is not set`
  const data = Array.isArray(value[1]) ? value[1].join(', ') : String(value[1])
  return value[0] === 'REG_DWORD' ? `${name} = ${data}` : `${name} = ${data} (${value[0]})`
}

export const sameText = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()
