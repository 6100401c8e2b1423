import { Readable } from 'node:stream'
import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib'
import { type Entry, fromRandomAccessReaderPromise, type ZipFile } from 'yauzl'
import { shownName } from './entry-name.ts'
import { type Files, largestFile } from './folder-files.ts'
import { createListing, mostEntries, overlapFault } from './zip-listing.ts'
import { openZipSource, SourceReader, type ZipSource } from './zip-source.ts'

/** A zip that must not be opened; the message names the entry and the reason. */
export class RefusedZip extends Error {}

const words = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** The first bytes tell what a person picked instead. */
const noZipSentence = async (source: ZipSource, error: unknown): Promise<string> => {
  if (source.size === 0) return 'It is empty.'
  const start = (await source.at(0, Math.min(8, source.size))).toString('latin1')
  return /^(?:\u00ef\u00bb\u00bf)?\s*[[{]/.test(start)
    ? 'It is a JSON file. Name the support bundle (.zip) or the folder that it came from; a report alone cannot be judged again, but "diff" reads it.'
    : `It is not a readable zip file, or it was cut off (${words(error)}).`
}

const openTable = async (source: ZipSource): Promise<ZipFile> => {
  try {
    return await fromRandomAccessReaderPromise(new SourceReader(source), source.size, {
      autoClose: false,
      decodeStrings: false,
    })
  } catch (error) {
    throw new RefusedZip(await noZipSentence(source, error))
  }
}

/** What may follow the last entry: the end record, its larger form, or a signature. */
const endMarks: readonly number[] = [0x06054b50, 0x06064b50, 0x05054b50]

const assertTableEnds = async (zip: ZipFile, source: ZipSource): Promise<void> => {
  const end = Number(zip.readEntryCursor)
  const mark = end + 4 <= source.size ? (await source.at(end, 4)).readUInt32LE(0) : 0
  if (!endMarks.includes(mark)) throw new RefusedZip('Its table of contents is longer than it says.')
}

const listFiles = async (zip: ZipFile, source: ZipSource): Promise<ReadonlyMap<string, Entry>> => {
  if (zip.entryCount > mostEntries) throw new RefusedZip(`It holds ${zip.entryCount} files, more than ${mostEntries}.`)
  const tableStart = Number(zip.readEntryCursor)
  const listing = createListing()
  try {
    for await (const entry of zip.eachEntry()) {
      const fault = listing.add(entry)
      if (fault !== null) throw new RefusedZip(fault)
    }
  } catch (error) {
    if (error instanceof RefusedZip) throw error
    throw new RefusedZip(`Its table of contents is damaged (${words(error)}).`)
  }
  await assertTableEnds(zip, source)
  const overlap = overlapFault(listing.files, tableStart)
  if (overlap !== null) throw new RefusedZip(overlap)
  return listing.files
}

const unpack = (packed: Buffer, { compressionMethod, uncompressedSize }: Entry): Buffer => {
  if (compressionMethod === 0) return packed
  // One byte more than claimed ends it: what a bomb claims is never believed.
  return inflateRawSync(packed, {
    maxOutputLength: uncompressedSize + 1,
    chunkSize: Math.min(Math.max(uncompressedSize + 1, 64), 1024 * 1024),
  })
}

/** What is read of an entry at once where it is not read as a whole. */
const pieceBytes = 256 * 1024

const isTooLong = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'

/** An entry of an open zip. */
interface Place {
  readonly zip: ZipFile
  readonly source: ZipSource
  readonly name: string
  readonly entry: Entry
}

const refusal = ({ name }: Place, why: string): RefusedZip => new RefusedZip(`${shownName(name)} ${why}.`)

const refusalOf = (place: Place, error: unknown): RefusedZip => {
  if (error instanceof RefusedZip) return error
  return refusal(place, isTooLong(error) ? 'does not have the size it claims' : `is damaged (${words(error)})`)
}

/** Where its bytes begin. */
const dataStart = async (place: Place): Promise<number> => {
  const local = await place.zip.readLocalFileHeaderPromise(place.entry)
  if (!Buffer.from(local.fileName).equals(place.entry.fileNameRaw))
    throw refusal(place, 'has another name in front of its data')
  return local.fileDataStart
}

const assertWhole = (place: Place, size: number, checksum: number): void => {
  if (size !== place.entry.uncompressedSize) throw refusal(place, 'does not have the size it claims')
  if (checksum !== place.entry.crc32) throw refusal(place, 'is damaged: its checksum does not fit')
}

const readEntry = async (place: Place): Promise<Uint8Array> => {
  const { source, entry } = place
  if (entry.uncompressedSize > largestFile) throw refusal(place, `is larger than ${largestFile / 1024 ** 2} MB`)
  try {
    const bytes = unpack(await source.at(await dataStart(place), entry.compressedSize), entry)
    assertWhole(place, bytes.length, crc32(bytes))
    return bytes
  } catch (error) {
    throw refusalOf(place, error)
  }
}

const packedBytes = async function* ({ source, entry }: Place, start: number): AsyncGenerator<Buffer> {
  const end = start + entry.compressedSize
  for (let at = start; at < end; at += pieceBytes) yield source.at(at, Math.min(pieceBytes, end - at))
}

const inflated = async function* (packed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const source = Readable.from(packed)
  const inflate = createInflateRaw()
  source.on('error', (error) => inflate.destroy(error))
  try {
    yield* source.pipe(inflate) as AsyncIterable<Buffer>
  } finally {
    source.destroy()
    inflate.destroy()
  }
}

/** The same piece by piece; what is wrong with it may show only at its end. */
const streamEntry = async function* (place: Place): AsyncGenerator<Uint8Array> {
  try {
    const packed = packedBytes(place, await dataStart(place))
    let [size, checksum] = [0, 0]
    for await (const piece of place.entry.compressionMethod === 0 ? packed : inflated(packed)) {
      size += piece.length
      if (size > place.entry.uncompressedSize) throw refusal(place, 'does not have the size it claims')
      checksum = crc32(piece, checksum)
      yield piece
    }
    assertWhole(place, size, checksum)
  } catch (error) {
    throw refusalOf(place, error)
  }
}

interface ListedZip {
  readonly zip: ZipFile
  readonly source: ZipSource
  readonly entries: ReadonlyMap<string, Entry>
}

const openListed = async (path: string): Promise<ListedZip> => {
  const source = await openZipSource(path)
  try {
    const zip = await openTable(source)
    return { zip, source, entries: await listFiles(zip, source) }
  } catch (error) {
    await source.close()
    throw error
  }
}

/** Long after the zip was closed, and judged again: it may be another one by now. */
const reopened = async function* (path: string, name: string): AsyncGenerator<Uint8Array> {
  const { entries, zip, source } = await openListed(path)
  try {
    const entry = entries.get(name)
    if (entry === undefined) throw new RefusedZip(`${shownName(name)} is no longer in it.`)
    yield* streamEntry({ zip, source, name, entry })
  } finally {
    await source.close()
  }
}

export interface ZipFiles extends Files {
  readonly close: () => Promise<void>
}

/**
 * The files of a zip on disk. Names, kinds, sizes and counts are judged before anything is unpacked; then only what is
 * asked for is unpacked, in memory. Nothing is written to disk. Throws RefusedZip.
 */
export const openZipFiles = async (path: string): Promise<ZipFiles> => {
  const { entries, zip, source } = await openListed(path)
  const tops = [...entries.keys()].flatMap((name) => (name.includes('/') ? [name.slice(0, name.indexOf('/'))] : []))
  return {
    has: async (name) => entries.has(name),
    folders: async () => [...new Set(tops)].sort(),
    read: async (name) => {
      const entry = entries.get(name)
      return entry === undefined ? null : readEntry({ zip, source, name, entry })
    },
    stream: async (name) => {
      const entry = entries.get(name)
      return entry === undefined ? null : { size: entry.uncompressedSize, open: () => reopened(path, name) }
    },
    close: () => source.close(),
  }
}
