import { type Entry, fromBuffer, type ZipFile } from 'yauzl'
import { type Files, insidePath, largestFile } from './folder-files.ts'

const mostEntries = 5000
const mostBytes = 512 * 1024 * 1024
/** Event logs as text compress about 30:1; beyond this a small file is meant to fill the disk. */
const highestRatio = 200

/** A zip that must not be opened; the message names the entry and the reason. */
export class RefusedZip extends Error {}

const open = (bytes: Buffer): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true, decodeStrings: true, validateEntrySizes: true }, (error, zip) =>
      error ? reject(new RefusedZip(`It is not a readable zip file (${error.message}).`)) : resolve(zip),
    )
  })

const refusalOf = (entry: Entry, seen: ReadonlySet<string>): string | null => {
  const name = entry.fileName
  if (insidePath(name) === null) return `"${name}" would be written outside the folder.`
  if (seen.has(name.toLowerCase())) return `"${name}" is in it twice.`
  if (entry.isEncrypted()) return `"${name}" is encrypted.`
  if (entry.uncompressedSize > largestFile) return `"${name}" is too large.`
  if (entry.uncompressedSize > 1024 * 1024 && entry.uncompressedSize > entry.compressedSize * highestRatio)
    return `"${name}" grows more than ${highestRatio} times when unpacked.`
  return null
}

const listEntries = (zip: ZipFile): Promise<Map<string, Entry>> =>
  new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>()
    const seen = new Set<string>()
    let total = 0
    const refuse = (reason: string) => reject(new RefusedZip(reason))
    if (zip.entryCount > mostEntries) return refuse(`It holds more than ${mostEntries} files.`)
    zip.on('error', (error: Error) => refuse(`It is damaged (${error.message}).`))
    zip.on('end', () => resolve(entries))
    zip.on('entry', (entry: Entry) => {
      const isFolder = entry.fileName.endsWith('/')
      const reason = isFolder ? null : refusalOf(entry, seen)
      if (reason !== null) return refuse(reason)
      total += entry.uncompressedSize
      if (total > mostBytes) return refuse('It is too large when unpacked.')
      if (!isFolder) {
        seen.add(entry.fileName.toLowerCase())
        entries.set(entry.fileName, entry)
      }
      zip.readEntry()
    })
    zip.readEntry()
  })

const readEntry = (zip: ZipFile, entry: Entry): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(new RefusedZip(`"${entry.fileName}" is damaged (${error.message}).`))
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('error', (cause: Error) => reject(new RefusedZip(`"${entry.fileName}" is damaged (${cause.message}).`)))
      stream.on('end', () => resolve(Buffer.concat(chunks)))
    })
  })

/** A zip in memory. Names, sizes and counts are judged before anything is unpacked; nothing is written to disk. */
export const zipFiles = async (bytes: Uint8Array): Promise<Files> => {
  const zip = await open(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  const entries = await listEntries(zip)
  return {
    read: async (path) => {
      const entry = entries.get(path)
      return entry === undefined ? null : readEntry(zip, entry)
    },
  }
}
