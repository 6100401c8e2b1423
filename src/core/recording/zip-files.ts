import { type Entry, fromRandomAccessReaderPromise, type ZipFile } from 'yauzl'
import { errorMessage } from '../../shared/thrown.ts'
import { shownName } from './entry-name.ts'
import type { Files } from './folder-files.ts'
import { RefusedZip, readEntry, streamEntry } from './zip-entry.ts'
import { createListing, mostEntries, overlapFault } from './zip-listing.ts'
import { openZipSource, SourceReader, type ZipSource } from './zip-source.ts'

/** The first bytes tell what a person picked instead. */
const noZipSentence = async (source: ZipSource): Promise<string> => {
  if (source.size === 0) return 'It is empty.'
  const start = (await source.at(0, Math.min(8, source.size))).toString('latin1')
  return /^(?:\u00ef\u00bb\u00bf)?\s*[[{]/.test(start)
    ? 'It is a JSON file. Name the support bundle (.zip) or the folder that it came from; a report alone cannot be judged again, but "diff" reads it.'
    : 'It is not a readable zip file, or it was cut off. Ask for it again.'
}

const openTable = async (source: ZipSource): Promise<ZipFile> => {
  try {
    return await fromRandomAccessReaderPromise(new SourceReader(source), source.size, {
      autoClose: false,
      decodeStrings: false,
    })
  } catch {
    throw new RefusedZip(await noZipSentence(source))
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
    throw new RefusedZip(`Its table of contents is damaged (${errorMessage(error)}).`)
  }
  await assertTableEnds(zip, source)
  const overlap = overlapFault(listing.files, tableStart)
  if (overlap !== null) throw new RefusedZip(overlap)
  return listing.files
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
  /** Of all files, in the order of the zip. */
  readonly names: readonly string[]
  readonly close: () => Promise<void>
}

/**
 * The files of a zip on disk. Names, kinds, sizes and counts are judged before anything is unpacked; then only what is
 * asked for is unpacked, in memory. Nothing is written to disk. Throws RefusedZip.
 */
export const openZipFiles = async (path: string): Promise<ZipFiles> => {
  const { entries, zip, source } = await openListed(path)
  let isClosed = false
  const tops = [...entries.keys()].flatMap((name) => (name.includes('/') ? [name.slice(0, name.indexOf('/'))] : []))
  return {
    names: [...entries.keys()],
    has: async (name) => entries.has(name),
    folders: async () => [...new Set(tops)].sort(),
    read: async (name) => {
      const entry = entries.get(name)
      return entry === undefined ? null : readEntry({ zip, source, name, entry })
    },
    stream: async (name) => {
      const entry = entries.get(name)
      if (entry === undefined) return null
      const place = { zip, source, name, entry }
      return { size: entry.uncompressedSize, open: () => (isClosed ? reopened(path, name) : streamEntry(place)) }
    },
    close: () => {
      isClosed = true
      return source.close()
    },
  }
}
