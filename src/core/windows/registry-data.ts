import type { RegistryValue } from '../recording/recording.ts'

/** Registry types by number, as winnt.h counts them. */
const typeNames = [
  'REG_NONE',
  'REG_SZ',
  'REG_EXPAND_SZ',
  'REG_BINARY',
  'REG_DWORD',
  'REG_DWORD_BIG_ENDIAN',
  'REG_LINK',
  'REG_MULTI_SZ',
  'REG_RESOURCE_LIST',
  'REG_FULL_RESOURCE_DESCRIPTOR',
  'REG_RESOURCE_REQUIREMENTS_LIST',
  'REG_QWORD',
] as const

const hex = (data: Buffer): string => data.toString('hex')
/** Windows does not force a terminating zero, nor an even number of bytes, on anybody. */
const wideText = (data: Buffer): string => data.toString('utf16le').replace(/\0+$/, '')

/**
 * A value in the form of registry.json. What does not have the size of its type (a REG_DWORD of two bytes) and types
 * Windows has no name for become `REG_TYPE_n` with their bytes in hex: no reader takes them for a number, and they can
 * be written back exactly.
 */
export const decodeValue = (type: number, bytes: Uint8Array): RegistryValue => {
  const data = Buffer.from(bytes)
  const name = typeNames[type]
  if (name === 'REG_SZ' || name === 'REG_EXPAND_SZ') return [name, wideText(data)]
  if (name === 'REG_MULTI_SZ') {
    const text = wideText(data)
    return [name, text === '' ? [] : text.split('\0')]
  }
  if (name === 'REG_DWORD' && data.length === 4) return [name, data.readUInt32LE(0)]
  if (name === 'REG_QWORD' && data.length === 8) return [name, data.readBigUInt64LE(0).toString()]
  const exact = name !== undefined && name !== 'REG_DWORD' && name !== 'REG_QWORD'
  return [exact ? name : `REG_TYPE_${type}`, hex(data)]
}

const encodeText = (type: number, text: string) => ({ type, data: Buffer.from(`${text}\0`, 'utf16le') })

/** The way back: type number and bytes, or null when the value is not in the form of registry.json. */
export const encodeValue = ([name, data]: RegistryValue): { readonly type: number; readonly data: Buffer } | null => {
  const names: readonly string[] = typeNames
  const known = names.indexOf(name)
  const type = known >= 0 ? known : Number(/^REG_TYPE_(\d{1,9})$/.exec(name)?.[1] ?? Number.NaN)
  if (Number.isNaN(type)) return null
  if (name === 'REG_DWORD') {
    if (typeof data !== 'number' || data !== data >>> 0) return null
    const bytes = Buffer.alloc(4)
    bytes.writeUInt32LE(data)
    return { type, data: bytes }
  }
  if (name === 'REG_MULTI_SZ')
    return typeof data === 'object' ? encodeText(type, data.map((line) => `${line}\0`).join('')) : null
  if (typeof data !== 'string') return null
  if (name === 'REG_SZ' || name === 'REG_EXPAND_SZ') return encodeText(type, data)
  if (name === 'REG_QWORD') {
    if (!/^\d{1,20}$/.test(data) || BigInt(data) > 0xffff_ffff_ffff_ffffn) return null
    const bytes = Buffer.alloc(8)
    bytes.writeBigUInt64LE(BigInt(data))
    return { type, data: bytes }
  }
  return /^(?:[0-9a-f]{2})*$/.test(data) ? { type, data: Buffer.from(data, 'hex') } : null
}

/** As `decodeValue`, but what would not come back as the same bytes keeps them, as `REG_TYPE_n` in hex. */
export const decodeExactly = (type: number, bytes: Uint8Array): RegistryValue => {
  const value = decodeValue(type, bytes)
  const back = encodeValue(value)
  return back?.type === type && back.data.equals(bytes) ? value : [`REG_TYPE_${type}`, hex(Buffer.from(bytes))]
}
