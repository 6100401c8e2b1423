import { crc32, deflateRawSync } from 'node:zlib'

/** One entry as it is written; what is claimed about it may be anything. */
export interface ZipEntry {
  readonly name: string
  readonly data: string | Uint8Array
  /** 8 (deflate) unless told. */
  readonly method?: 0 | 8 | 99
  readonly flags?: number
  /** The upper byte is the system, 3 for Unix. */
  readonly madeBy?: number
  readonly attributes?: number
  readonly crc?: number
  readonly packedSize?: number
  readonly unpackedSize?: number
  /** Where the table says that the entry begins. */
  readonly offset?: number
  /** The name in front of the data. */
  readonly localName?: string
  /** Sizes of eight bytes in an extra field, as zip64 has them. */
  readonly zip64?: { readonly unpacked: bigint; readonly packed: bigint }
}

export interface ZipEnd {
  /** How many entries it claims. */
  readonly count?: number
  readonly tableOffset?: number
  /** End record of the larger form. */
  readonly zip64?: { readonly count?: bigint; readonly tableOffset?: bigint; readonly recordOffset?: bigint }
}

const none = Buffer.alloc(0)
const signature = (text: string): Buffer => Buffer.from(`PK${text}`, 'latin1')

const wide = (numbers: readonly bigint[]): Buffer => {
  const bytes = Buffer.alloc(8 * numbers.length)
  for (const [index, number] of numbers.entries()) bytes.writeBigUInt64LE(number, 8 * index)
  return bytes
}

const extraOf = ({ zip64 }: ZipEntry): Buffer =>
  zip64 === undefined ? none : Buffer.concat([Buffer.from([1, 0, 16, 0]), wide([zip64.unpacked, zip64.packed])])

/** The 26 bytes that stand both in front of the data and in the table. */
const headOf = (entry: ZipEntry, data: Buffer, packed: Buffer, name: Buffer, extra: Buffer): Buffer => {
  const { method = 8, flags = 0, crc = crc32(data), zip64 } = entry
  const head = Buffer.alloc(26)
  head.writeUInt16LE(20, 0)
  head.writeUInt16LE(0x800 | flags, 2)
  head.writeUInt16LE(method, 4)
  head.writeUInt32LE(0x5a210000, 6)
  head.writeUInt32LE(crc, 10)
  head.writeUInt32LE(zip64 === undefined ? (entry.packedSize ?? packed.length) : 0xffffffff, 14)
  head.writeUInt32LE(zip64 === undefined ? (entry.unpackedSize ?? data.length) : 0xffffffff, 18)
  head.writeUInt16LE(name.length, 22)
  head.writeUInt16LE(extra.length, 24)
  return head
}

const endOf = (count: number, tableSize: number, tableOffset: number, { zip64, ...claims }: ZipEnd): Buffer => {
  const end = Buffer.alloc(18)
  const claimed = (claims.count ?? count) % 0x10000
  end.writeUInt16LE(claimed, 4)
  end.writeUInt16LE(claimed, 6)
  end.writeUInt32LE(tableSize, 8)
  end.writeUInt32LE(claims.tableOffset ?? tableOffset, 12)
  const plain = Buffer.concat([signature('\x05\x06'), end])
  if (zip64 === undefined) return plain
  const many = zip64.count ?? BigInt(count)
  const record = Buffer.concat([
    signature('\x06\x06'),
    wide([44n]),
    Buffer.alloc(12),
    wide([many, many, BigInt(tableSize), zip64.tableOffset ?? BigInt(tableOffset)]),
  ])
  const locator = Buffer.concat([
    signature('\x06\x07'),
    Buffer.alloc(4),
    wide([zip64.recordOffset ?? BigInt(tableOffset + tableSize)]),
    Buffer.from([1, 0, 0, 0]),
  ])
  return Buffer.concat([record, locator, plain])
}

/** A zip of these entries, in order. Names and sizes are written as they are given, however hostile. */
export const writeZip = (entries: readonly ZipEntry[], end: ZipEnd = {}): Buffer => {
  const bodies: Buffer[] = []
  const table: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const data = Buffer.from(entry.data)
    const packed = (entry.method ?? 8) === 8 ? deflateRawSync(data) : data
    const name = Buffer.from(entry.name)
    const local = Buffer.from(entry.localName ?? entry.name)
    const extra = extraOf(entry)
    const body = Buffer.concat([signature('\x03\x04'), headOf(entry, data, packed, local, none), local, packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE((entry.attributes ?? 0) >>> 0, 6)
    tail.writeUInt32LE(entry.offset ?? offset, 10)
    const madeBy = Buffer.from([20, (entry.madeBy ?? 0) >> 8])
    table.push(
      Buffer.concat([signature('\x01\x02'), madeBy, headOf(entry, data, packed, name, extra), tail, name, extra]),
    )
    bodies.push(body)
    offset += body.length
  }
  const listing = Buffer.concat(table)
  return Buffer.concat([...bodies, listing, endOf(entries.length, listing.length, offset, end)])
}

/** A plain zip of these files, in order. */
export const makeZip = (files: Readonly<Record<string, string | Uint8Array>>): Buffer =>
  writeZip(Object.entries(files).map(([name, data]) => ({ name, data })))
