import { randomBytes } from 'node:crypto'
import { lstat, open, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { fail, ok, type Result } from '../../shared/result.ts'
import { errorCode } from '../../shared/thrown.ts'
import { fileHash } from './file-hash.ts'
import { writeFault } from './write-faults.ts'

/** What Windows and the usual file systems of Linux take for one name. */
const longestName = 255

/** A file that appears under its name only once it is whole. */
export interface TargetFile {
  /** Beside the target, so that putting it in place moves no bytes. */
  readonly temporary: string
  /** Gives the finished file, whose SHA-256 this is, its name. A file of the same bytes may stand there already. */
  readonly keep: (sha256: string) => Promise<Result<void>>
  /** Takes back whatever was written. */
  readonly drop: () => Promise<void>
}

type Place = 'free' | 'folder' | 'file'

const placeAt = async (path: string): Promise<Result<Place>> => {
  if (basename(path).length > longestName) return writeFault(path, Object.assign(new Error(), { code: 'ENAMETOOLONG' }))
  try {
    return ok((await lstat(path)).isDirectory() ? 'folder' : 'file')
  } catch (error) {
    return errorCode(error) === 'ENOENT' ? ok('free') : writeFault(path, error)
  }
}

const isFile = async (path: string): Promise<boolean> => {
  try {
    return (await stat(path)).isFile()
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false
    throw error
  }
}

const startsLikeZip = async (path: string): Promise<boolean> => {
  // A pipe would wait for a writer, for ever; a link may lead to nothing.
  if (!(await isFile(path))) return false
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0)
    return bytesRead === 2 && buffer.toString('latin1') === 'PK'
  } finally {
    await file.close()
  }
}

const isTaken = (path: string) => fail('conflict', `${path} was not saved: another file of that name is there.`)

/** `isOurs`: whether a file that stands there already is the one that would be written. */
const permission = async (path: string, isOurs: (path: string) => Promise<boolean>): Promise<Result<Place>> => {
  const place = await placeAt(path)
  if (!place.ok || place.value === 'free') return place
  if (place.value === 'folder')
    return fail('invalid-input', `${path} was not saved: a folder of that name is there. Choose another name.`)
  try {
    return (await isOurs(path)) ? place : isTaken(path)
  } catch (error) {
    return writeFault(path, error)
  }
}

/** Looks at the place before anything is written there. With `replace`, a person has agreed to lose what is there. */
export const openTarget = async (path: string, replace: boolean): Promise<Result<TargetFile>> => {
  const allowed = await permission(path, replace ? async () => true : startsLikeZip)
  if (!allowed.ok) return allowed
  const temporary = join(dirname(path), `.pku2u-${randomBytes(6).toString('hex')}.part`)
  return ok({
    temporary,
    keep: async (sha256) => {
      const place = await permission(path, async () => replace || (await fileHash(path)) === sha256)
      if (!place.ok) return place
      if (place.value === 'file' && !replace) return ok(undefined)
      try {
        await rename(temporary, path)
        return ok(undefined)
      } catch (error) {
        return writeFault(path, error)
      }
    },
    drop: () => rm(temporary, { force: true }),
  })
}
