import { type Entry, getFileNameLowLevel } from 'yauzl'
import { nameFault, shownName } from './entry-name.ts'

/** A bundle has about sixty files. */
export const mostEntries = 5000
/** In bytes, over all entries: 500 MB of event logs fit, and only what judging asks for is unpacked. */
export const mostUnpacked = 2 * 1024 ** 3
/** Event logs as text come to about 30:1, and a text of one repeated event to 40:1. */
const highestRatio = 100
/** In bytes: what unpacks to less than this harms nobody, whatever its ratio. */
const ratioFrom = 1024 ** 2

const inMegabytes = (bytes: number): string => `${Math.round(bytes / 1024 ** 2)} MB`

const grows = (unpacked: number, packed: number): boolean => unpacked > ratioFrom && unpacked > packed * highestRatio

/** The kind of file in the upper half of the attributes, as Unix counts them; Windows’ own mark for links in the lower. */
const isPlainFile = ({ externalFileAttributes }: Entry): boolean => {
  const kind = (externalFileAttributes >>> 16) & 0o170000
  const isReparsePoint = (externalFileAttributes & 0x400) !== 0
  return (kind === 0 || kind === 0o100000) && !isReparsePoint
}

const entryFault = (entry: Entry, isFolder: boolean): string | null => {
  const { uncompressedSize: unpacked, compressedSize: packed, compressionMethod: method } = entry
  if (entry.isEncrypted()) return 'is encrypted'
  if (isFolder) return unpacked === 0 ? null : 'is a folder that claims to hold data'
  if (!isPlainFile(entry)) return 'is a link or a device, not a file'
  if (method !== 0 && method !== 8) return `is packed with method ${method}, which this version does not read`
  if (grows(unpacked, packed)) return `grows more than ${highestRatio} times when unpacked`
  // Deflate never makes much more of anything than it was.
  if (packed > unpacked + unpacked / 8 + 256) return 'claims to be smaller than it is'
  return null
}

/** Names compare as Windows does: without case, and however accents are put together. */
const folded = (name: string): string => name.normalize('NFC').toLowerCase()
const parentsOf = (name: string): readonly string[] =>
  [...name.matchAll(/\//g)].map(({ index }) => name.slice(0, index))

export interface Listing {
  /** A sentence when this entry must not be in a zip that is opened. */
  readonly add: (entry: Entry) => string | null
  readonly files: ReadonlyMap<string, Entry>
}

/** Takes the table of contents entry by entry, and judges all that can be judged before anything is unpacked. */
export const createListing = (): Listing => {
  const files = new Map<string, Entry>()
  const fileNames = new Map<string, string>()
  const folderNames = new Set<string>()
  let unpacked = 0
  let packed = 0

  const collision = (name: string, isFolder: boolean): string | null => {
    const own = folded(name)
    const earlier = fileNames.get(own)
    if (earlier !== undefined && !isFolder)
      return earlier === name ? 'is in it twice' : `is in it twice, also as ${shownName(earlier)}`
    if (earlier !== undefined || (!isFolder && folderNames.has(own))) return 'is a file and a folder at once'
    const parents = parentsOf(own)
    if (parents.some((parent) => fileNames.has(parent))) return 'lies in a folder that is a file'
    for (const parent of isFolder ? [...parents, own] : parents) folderNames.add(parent)
    return null
  }

  return {
    files,
    add: (entry) => {
      const written = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true)
      const isFolder = written.endsWith('/')
      const name = isFolder ? written.slice(0, -1) : written
      const fault = nameFault(name) ?? entryFault(entry, isFolder) ?? collision(name, isFolder)
      if (fault !== null) return `${shownName(written)} ${fault}.`
      unpacked += entry.uncompressedSize
      packed += entry.compressedSize
      if (unpacked > mostUnpacked) return `Unpacked it would take more than ${inMegabytes(mostUnpacked)}.`
      if (grows(unpacked, packed)) return `All in all it grows more than ${highestRatio} times when unpacked.`
      if (isFolder) return null
      fileNames.set(folded(name), name)
      files.set(name, entry)
      return null
    },
  }
}

const localHeaderBytes = 30

/** Two entries that share bytes, or one that reaches into the table of contents: how small zips are made to unpack to huge ones. */
export const overlapFault = (files: ReadonlyMap<string, Entry>, tableStart: number): string | null => {
  const spans = [...files]
    .map(([name, { relativeOffsetOfLocalHeader: start, fileNameLength, compressedSize }]) => ({
      name,
      start,
      end: start + localHeaderBytes + fileNameLength + compressedSize,
    }))
    .sort((a, b) => a.start - b.start)
  for (const [index, { name, end }] of spans.entries()) {
    const next = spans[index + 1]
    if (end > (next?.start ?? tableStart))
      return next === undefined
        ? `${shownName(name)} reaches beyond the end of the data.`
        : `${shownName(name)} and ${shownName(next.name)} share the same bytes.`
  }
  return null
}
