import type { RegistryDump, RegistryValue } from '../../src/core/recording/recording.ts'

const quoted = (text: string): string => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
const hex = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(',')
const wide = (text: string): string => hex(Buffer.from(`${text}\0`, 'utf16le'))

const data = ([type, value]: RegistryValue): string => {
  if (type === 'REG_DWORD') return `dword:${Number(value).toString(16).padStart(8, '0')}`
  if (type === 'REG_SZ' && !/[\u0000-\u001f]/.test(String(value))) return quoted(String(value))
  if (type === 'REG_SZ') return `hex(1):${wide(String(value))}`
  if (type === 'REG_QWORD') {
    const bytes = Buffer.alloc(8)
    bytes.writeBigUInt64LE(BigInt(String(value)))
    return `hex(b):${hex(bytes)}`
  }
  if (type === 'REG_NONE') return `hex(0):${hex(Buffer.from(String(value), 'hex'))}`
  const number = /^REG_TYPE_(\d+)$/.exec(type)?.[1]
  if (number !== undefined) return `hex(${Number(number).toString(16)}):${hex(Buffer.from(String(value), 'hex'))}`
  if (type === 'REG_EXPAND_SZ') return `hex(2):${wide(String(value))}`
  if (type === 'REG_MULTI_SZ' && typeof value === 'object')
    return `hex(7):${wide(value.map((line) => `${line}\0`).join(''))}`
  if (type === 'REG_BINARY') return `hex:${hex(Buffer.from(String(value), 'hex'))}`
  throw new Error(`No .reg form for ${type}`)
}

const long = (key: string): string => key.replace(/^HKLM/, 'HKEY_LOCAL_MACHINE').replace(/^HKCU/, 'HKEY_CURRENT_USER')

/** A registry as a .reg file that first removes `clear`. It shares no code with the product, which reads it back. */
export const regFile = (dump: RegistryDump, clear: readonly string[]): Uint8Array => {
  const lines = ['Windows Registry Editor Version 5.00', '', ...clear.map((key) => `[-${long(key)}]`), '']
  for (const [key, entry] of Object.entries(dump.keys)) {
    if (entry === null || 'error' in entry) continue
    lines.push(`[${long(key)}]`)
    for (const [name, value] of Object.entries(entry.values ?? {}))
      lines.push(`${name === '' ? '@' : quoted(name)}=${data(value)}`)
    lines.push('')
  }
  return Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(lines.join('\r\n'), 'utf16le')])
}
