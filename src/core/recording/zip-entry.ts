import { Readable } from 'node:stream'
import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib'
import type { Entry, ZipFile } from 'yauzl'
import { errorCode, errorMessage } from '../../shared/thrown.ts'
import { shownName } from './entry-name.ts'
import { largestFile } from './folder-files.ts'
import type { ZipSource } from './zip-source.ts'

/** A zip that must not be opened; the message names the entry and the reason. */
export class RefusedZip extends Error {}

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

/** An entry of an open zip. */
export interface Place {
  readonly zip: ZipFile
  readonly source: ZipSource
  readonly name: string
  readonly entry: Entry
}

const refusal = ({ name }: Place, why: string): RefusedZip => new RefusedZip(`${shownName(name)} ${why}.`)

const refusalOf = (place: Place, error: unknown): RefusedZip => {
  if (error instanceof RefusedZip) return error
  return refusal(
    place,
    errorCode(error) === 'ERR_BUFFER_TOO_LARGE'
      ? 'does not have the size it claims'
      : `is damaged (${errorMessage(error)})`,
  )
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

/** The whole entry. Throws RefusedZip. */
export const readEntry = async (place: Place): Promise<Uint8Array> => {
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
  const inflate = createInflateRaw({ chunkSize: pieceBytes })
  source.on('error', (error) => inflate.destroy(error))
  try {
    yield* source.pipe(inflate) as AsyncIterable<Buffer>
  } finally {
    source.destroy()
    inflate.destroy()
  }
}

/** The same piece by piece; what is wrong with it may show only at its end. */
export const streamEntry = async function* (place: Place): AsyncGenerator<Uint8Array> {
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
