import { readdir, readFile, realpath, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { errorCode, errorMessage } from '../../shared/thrown.ts'
import { filePieces } from './file-pieces.ts'

/** The bytes of a file piece by piece, as often as they are asked for. */
export interface FileStream {
  readonly size: number
  readonly open: () => AsyncIterable<Uint8Array>
}

/** Files of a recording by their path inside it, wherever it is kept. */
export interface Files {
  /** null: there is no such file. Throws only when the disk itself fails. */
  read(path: string): Promise<Uint8Array | null>
  /** A file that may be too large to hold in memory; null: there is no such file. */
  stream(path: string): Promise<FileStream | null>
  has(path: string): Promise<boolean>
  /** Names of the folders at the top. */
  folders(): Promise<readonly string[]>
}

/** Largest file that is read at once, in bytes; captures are a few kilobytes. */
export const largestFile = 64 * 1024 * 1024

/** A path as a recording may name one: relative, with forward slashes, never upwards. null: it leaves the folder. */
export const insidePath = (path: string): string | null => {
  const parts = path.replaceAll('\\', '/').split('/')
  const safe = parts.every(
    (part) => part !== '' && part !== '.' && part !== '..' && !part.includes(':') && !part.includes('\0'),
  )
  return safe ? parts.join('/') : null
}

const isAbsent = (error: unknown): boolean => ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes(errorCode(error) ?? '')

/** Where a file of the folder really is; null when it is not there, or when a link leads out of the folder. */
const placeIn = async (folder: string, path: string): Promise<string | null> => {
  const inside = insidePath(path)
  if (inside === null) return null
  try {
    const [top, full] = await Promise.all([realpath(folder), realpath(join(folder, inside))])
    return full.startsWith(top.endsWith(sep) ? top : top + sep) ? full : null
  } catch (error) {
    if (isAbsent(error)) return null
    throw error
  }
}

/** The same for a file: a folder or a pipe of that name holds no bytes to read. */
const fileIn = async (folder: string, path: string) => {
  const place = await placeIn(folder, path)
  if (place === null) return null
  const info = await stat(place)
  return info.isFile() ? { place, size: info.size } : null
}

const bytesOf = async function* (place: string, path: string): AsyncGenerator<Uint8Array> {
  try {
    yield* filePieces(place)
  } catch (error) {
    // Whoever hears of it may be writing to another disk, where the code of this error would say something else.
    throw new Error(`${path} of the recording could not be read (${errorMessage(error)}).`)
  }
}

/** A folder on disk. A link that leads out of it is treated as a file that is not there. */
export const folderFiles = (folder: string): Files => ({
  read: async (path) => {
    const file = await fileIn(folder, path)
    if (file === null) return null
    if (file.size > largestFile) throw new Error(`${path} is larger than ${largestFile / 1024 / 1024} MB.`)
    return readFile(file.place)
  },
  stream: async (path) => {
    const file = await fileIn(folder, path)
    return file === null ? null : { size: file.size, open: () => bytesOf(file.place, path) }
  },
  has: async (path) => (await placeIn(folder, path)) !== null,
  folders: async () => {
    const entries = await readdir(folder, { withFileTypes: true })
    return entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort()
  },
})
