import { crc32, inflateRawSync } from 'node:zlib'
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

const isTooLong = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'

const readEntry = async (zip: ZipFile, source: ZipSource, name: string, entry: Entry): Promise<Uint8Array> => {
  const refuse = (why: string) => new RefusedZip(`${shownName(name)} ${why}.`)
  if (entry.uncompressedSize > largestFile) throw refuse(`is larger than ${largestFile / 1024 ** 2} MB`)
  try {
    const local = await zip.readLocalFileHeaderPromise(entry)
    if (!Buffer.from(local.fileName).equals(entry.fileNameRaw)) throw refuse('has another name in front of its data')
    const bytes = unpack(await source.at(local.fileDataStart, entry.compressedSize), entry)
    if (bytes.length !== entry.uncompressedSize) throw refuse('does not have the size it claims')
    if (crc32(bytes) !== entry.crc32) throw refuse('is damaged: its checksum does not fit')
    return bytes
  } catch (error) {
    if (error instanceof RefusedZip) throw error
    throw refuse(isTooLong(error) ? 'does not have the size it claims' : `is damaged (${words(error)})`)
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
  const source = await openZipSource(path)
  try {
    const zip = await openTable(source)
    const files = await listFiles(zip, source)
    const tops = [...files.keys()].flatMap((name) => (name.includes('/') ? [name.slice(0, name.indexOf('/'))] : []))
    return {
      has: async (name) => files.has(name),
      folders: async () => [...new Set(tops)].sort(),
      read: async (name) => {
        const entry = files.get(name)
        return entry === undefined ? null : readEntry(zip, source, name, entry)
      },
      close: () => source.close(),
    }
  } catch (error) {
    await source.close()
    throw error
  }
}
