import { type FileHandle, open } from 'node:fs/promises'
import { RandomAccessReader } from 'yauzl'

/** Up to this size, in bytes, a file is read at once; beyond it piece by piece. */
const readWhole = 4 * 1024 * 1024
const pieceBytes = 256 * 1024

/** Bytes of a file by their place in it. Never more of it in memory than asked for, and a piece around that. */
export interface ZipSource {
  readonly size: number
  /** Throws a RangeError for a place outside of the file, however absurd. */
  readonly at: (start: number, length: number) => Promise<Buffer>
  readonly close: () => Promise<void>
}

const readFully = async (handle: FileHandle, start: number, length: number): Promise<Buffer> => {
  const bytes = Buffer.allocUnsafe(length)
  let filled = 0
  while (filled < length) {
    const { bytesRead } = await handle.read(bytes, filled, length - filled, start + filled)
    if (bytesRead === 0) throw new RangeError('The file ends early.')
    filled += bytesRead
  }
  return bytes
}

export const openZipSource = async (path: string): Promise<ZipSource> => {
  const handle = await open(path, 'r')
  try {
    const { size } = await handle.stat()
    let pieceStart = 0
    let piece = await readFully(handle, 0, size <= readWhole ? size : 0)
    return {
      size,
      at: async (start, length) => {
        const end = start + length
        if (!Number.isSafeInteger(start) || start < 0 || length < 0 || end > size)
          throw new RangeError('It points beyond its own end.')
        if (start < pieceStart || end > pieceStart + piece.length) {
          if (length > pieceBytes) return readFully(handle, start, length)
          const read = await readFully(handle, start, Math.min(pieceBytes, size - start))
          piece = read
          pieceStart = start
          return read.subarray(0, length)
        }
        return piece.subarray(start - pieceStart, end - pieceStart)
      },
      close: () => handle.close(),
    }
  } catch (error) {
    await handle.close()
    throw error
  }
}

/** How yauzl reads: a place that a hostile zip made up is an error to it, never a call to the system. */
export class SourceReader extends RandomAccessReader {
  readonly #source: ZipSource
  constructor(source: ZipSource) {
    super()
    this.#source = source
  }
  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ): void {
    this.#source.at(position, length).then(
      (bytes) => {
        bytes.copy(buffer, offset)
        callback(null)
      },
      (error: unknown) => callback(error instanceof Error ? error : new Error(String(error))),
    )
  }
}
