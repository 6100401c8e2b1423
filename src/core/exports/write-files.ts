import { createHash, randomUUID } from 'node:crypto'
import { lstat, mkdir, open, readFile, rename, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Fail, fail, ok, type Result } from '../../shared/result.ts'
import { errorCode } from '../../shared/thrown.ts'
import { bytesOf, type ExportFile } from './export-file.ts'

export interface WrittenFile {
  readonly file: string
  readonly bytes: number
  /** Lower-case hex. */
  readonly sha256: string
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'the folder is not there',
  ENOTDIR: 'a part of the path is not a folder',
  EISDIR: 'it is a folder',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EROFS: 'the disk is read-only',
  EACCES: 'access was refused',
  EPERM: 'access was refused',
  EBUSY: 'another program uses it',
  ENAMETOOLONG: 'the name is too long',
}

const faultOf = (path: string, error: unknown) => {
  const code = errorCode(error) ?? 'unknown'
  const said = `${path} cannot be written: ${reasons[code] ?? `the system answered ${code}`}. Nothing was left there.`
  return fail(code === 'EACCES' || code === 'EPERM' || code === 'EROFS' ? 'denied' : 'failed', said)
}

const existing = async (path: string): Promise<Uint8Array | 'folder' | null> => {
  try {
    if ((await lstat(path)).isDirectory()) return 'folder'
    return await readFile(path)
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null
    throw error
  }
}

const writeTemporary = async (path: string, bytes: Uint8Array): Promise<string> => {
  const temporary = join(dirname(path), `.${randomUUID()}.new`)
  try {
    const file = await open(temporary, 'wx')
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    return temporary
  } catch (error) {
    await unlink(temporary).catch(() => undefined)
    throw error
  }
}

/** What stands in the way of a file, before any of them is written; null: nothing. */
const obstacle = async (path: string, bytes: Uint8Array, replace: boolean): Promise<Fail | null> => {
  try {
    const there = await existing(path)
    if (there === 'folder') return fail('failed', `${path} cannot be written: it is a folder. Name a file.`)
    if (there !== null && !replace && Buffer.compare(there, bytes) !== 0)
      return fail('conflict', `${path} is there already and holds something else. Choose another name, or replace it.`)
    return null
  } catch (error) {
    return faultOf(path, error)
  }
}

const writeOne = async (path: string, bytes: Uint8Array): Promise<Result<WrittenFile>> => {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  try {
    const temporary = await writeTemporary(path, bytes)
    try {
      await rename(temporary, path)
    } catch (error) {
      await unlink(temporary).catch(() => undefined)
      throw error
    }
    return ok({ file: path, bytes: bytes.length, sha256 })
  } catch (error) {
    return faultOf(path, error)
  }
}

/**
 * Writes one file to `target`, or several into the folder `target`, which is made when it is missing. Each appears
 * whole or not at all. A file that holds something else is only replaced when `replace` says so; else none is written.
 */
export const writeFiles = async (
  files: readonly ExportFile[],
  target: string,
  replace: boolean,
): Promise<Result<readonly WrittenFile[]>> => {
  const isFolder = files.length > 1
  if (isFolder)
    try {
      await mkdir(target)
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') return faultOf(target, error)
    }
  const placed = files.map((file) => [isFolder ? join(target, file.name) : target, bytesOf(file)] as const)
  for (const [path, bytes] of placed) {
    const fault = await obstacle(path, bytes, replace)
    if (fault !== null) return fault
  }
  const written: WrittenFile[] = []
  for (const [path, bytes] of placed) {
    const one = await writeOne(path, bytes)
    if (!one.ok) return one
    written.push(one.value)
  }
  return ok(written)
}
