import iconv from 'iconv-lite'
import type { RegistryValue } from '../recording/recording.ts'
import { codePageByEvidence } from './code-page-evidence.ts'

const names: Readonly<Record<string, string>> = {
  '0': 'REG_NONE',
  '1': 'REG_SZ',
  '2': 'REG_EXPAND_SZ',
  '3': 'REG_BINARY',
  '4': 'REG_DWORD',
  '5': 'REG_DWORD_BIG_ENDIAN',
  '6': 'REG_LINK',
  '7': 'REG_MULTI_SZ',
  '8': 'REG_RESOURCE_LIST',
  '9': 'REG_FULL_RESOURCE_DESCRIPTOR',
  a: 'REG_RESOURCE_REQUIREMENTS_LIST',
  b: 'REG_QWORD',
}

/** REGEDIT4 keeps the bytes of a code page, version 5 two bytes a character. */
export type Width = 1 | 2

const bytesOf = (hex: string): number[] => hex.match(/../g)?.map((pair) => Number.parseInt(pair, 16)) ?? []

const characters = (bytes: readonly number[], width: Width): string => {
  if (width === 1) return iconv.decode(Uint8Array.from(bytes), `cp${codePageByEvidence(Uint8Array.from(bytes))}`)
  const units: string[] = []
  for (let index = 0; index + 2 <= bytes.length; index += 2)
    units.push(String.fromCharCode((bytes[index] ?? 0) + (bytes[index + 1] ?? 0) * 256))
  return units.join('')
}

const untilNul = (text: string): string => {
  const end = text.indexOf('\0')
  return end < 0 ? text : text.slice(0, end)
}

const multi = (text: string): string[] => {
  const parts = text.split('\0')
  const end = parts.indexOf('')
  return end < 0 ? parts : parts.slice(0, end)
}

const littleEndian = (bytes: readonly number[]): bigint =>
  bytes.reduceRight((value, byte) => value * 256n + BigInt(byte), 0n)

/** Whether the bytes end as those of their type do: a string with a NUL, a list with two. Other types have no end. */
export const isTerminated = (type: string, digits: string, width: Width): boolean => {
  const nul = '00'.repeat(width)
  if (type === '7') return digits === nul || digits.endsWith(nul + nul)
  return (type !== '1' && type !== '2') || digits.endsWith(nul)
}

/** `hex(7):61,00,…` → a value; null when the bytes do not make one. `type` is the number in brackets, in hex. */
export const valueOfHex = (type: string, digits: string, width: Width): RegistryValue | null => {
  const name = names[type] ?? `REG_TYPE_${type.toUpperCase()}`
  const bytes = bytesOf(digits)
  switch (name) {
    case 'REG_SZ':
    case 'REG_EXPAND_SZ':
      return [name, untilNul(characters(bytes, width))]
    case 'REG_MULTI_SZ':
      return [name, multi(characters(bytes, width))]
    case 'REG_DWORD':
      return bytes.length === 4 ? [name, Number(littleEndian(bytes))] : null
    case 'REG_QWORD':
      return bytes.length === 8 ? [name, littleEndian(bytes).toString()] : null
    default:
      return [name, digits]
  }
}

const printedAsHex = new Set(Object.values(names))

/** Data as `reg query` prints it; null when it does not fit its type, or when the type is none. */
export const valueOfPrinted = (type: string, data: string): RegistryValue | null => {
  const plain = data.trim()
  switch (type) {
    case 'REG_SZ':
    case 'REG_EXPAND_SZ':
      return [type, data]
    case 'REG_MULTI_SZ':
      return [type, data.split('\\0').filter((part) => part !== '')]
    case 'REG_DWORD':
      return /^0x[0-9a-f]{1,8}$/i.test(plain) ? [type, Number(plain)] : null
    case 'REG_QWORD':
      return /^0x[0-9a-f]{1,16}$/i.test(plain) ? [type, BigInt(plain).toString()] : null
    default:
      // Cut off, `REG_DW` is no type.
      return printedAsHex.has(type) && /^(?:[0-9a-f]{2})*$/i.test(plain) ? [type, plain.toLowerCase()] : null
  }
}
