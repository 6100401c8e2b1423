import { randomUUID } from 'node:crypto'
import * as nodeFiles from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { type Fail, fail, ok, type Result } from '../../shared/result.ts'
import { errorCode } from '../../shared/thrown.ts'

/** What is used of Node's own; a test that ends the process at every step wraps these. */
export type Files = Pick<typeof nodeFiles, 'link' | 'open' | 'readdir' | 'readFile' | 'rename' | 'stat' | 'unlink'>

/** Small files in one folder, each written whole or not at all. Names are the caller's own, never from outside. */
export interface FileStore {
  /** Empty when there is no such folder. */
  readonly names: (folder: string) => Promise<Result<readonly string[]>>
  readonly read: (folder: string, name: string) => Promise<Result<Uint8Array>>
  /** A crash at any moment leaves the old content or the new one; it has reached the disk when this answers. */
  readonly replace: (folder: string, name: string, bytes: Uint8Array) => Promise<Result<void>>
  /** Answers a conflict when there is one already. */
  readonly create: (folder: string, name: string, bytes: Uint8Array) => Promise<Result<void>>
  readonly remove: (folder: string, name: string) => Promise<Result<void>>
}

const unfinished = '.new'
const largest = 4 * 1024 * 1024

const sentences: Readonly<Record<string, readonly [Parameters<typeof fail>[0], string]>> = {
  ENOENT: ['missing', 'is not there'],
  EEXIST: ['conflict', 'is there already'],
  ENOSPC: ['failed', 'cannot be written: the disk is full'],
  EROFS: ['denied', 'cannot be written: the disk is read-only'],
  EACCES: ['denied', 'cannot be used: Windows refused access'],
  EPERM: ['denied', 'cannot be used: Windows refused access'],
}

const faultOf = (error: unknown, path: string): Fail => {
  const [code, sentence] = sentences[String(errorCode(error))] ?? [
    'failed',
    `cannot be used (${String(errorCode(error))})`,
  ]
  return fail(code, `${path} ${sentence}.`)
}

export const fileStore = (files: Files = nodeFiles): FileStore => {
  const attempt = async <T>(path: string, work: () => Promise<T>): Promise<Result<T>> => {
    try {
      return ok(await work())
    } catch (error) {
      return faultOf(error, path)
    }
  }
  const write = async (path: string, flag: 'w' | 'wx', bytes: Uint8Array): Promise<void> => {
    const file = await files.open(path, flag)
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
  }
  /** A virus scanner may hold a file for a moment just after it was written. */
  const rename = async (from: string, to: string, tries = process.platform === 'win32' ? 6 : 1): Promise<void> => {
    try {
      await files.rename(from, to)
    } catch (error) {
      if (tries <= 1 || !['EPERM', 'EACCES', 'EBUSY'].includes(String(errorCode(error)))) throw error
      await setTimeout(40)
      await rename(from, to, tries - 1)
    }
  }
  /** Windows has no way to flush a folder; there the file system's own journal keeps the renaming whole. */
  const flushFolder = async (folder: string): Promise<void> => {
    if (process.platform === 'win32') return
    const handle = await files.open(folder, 'r')
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
  }

  return {
    names: async (folder) => {
      const names = await attempt(folder, () => files.readdir(folder))
      if (!names.ok) return names.fault.code === 'missing' ? ok([]) : names
      return ok(names.value.filter((name) => !name.endsWith(unfinished)).sort())
    },
    read: (folder, name) => {
      const path = join(folder, name)
      return attempt(path, async () => {
        const { size } = await files.stat(path)
        if (size > largest) throw Object.assign(new Error(), { code: 'it is too large' })
        return new Uint8Array(await files.readFile(path))
      })
    },
    replace: (folder, name, bytes) => {
      const path = join(folder, name)
      return attempt(path, async () => {
        await write(`${path}${unfinished}`, 'w', bytes)
        await rename(`${path}${unfinished}`, path)
        await flushFolder(folder)
      })
    },
    create: (folder, name, bytes) => {
      const path = join(folder, name)
      const own = `${path}.${randomUUID()}${unfinished}`
      return attempt(path, async () => {
        try {
          await write(own, 'wx', bytes)
          // Only one can give it this name, and it has all of its bytes from the first moment on.
          await files.link(own, path)
          await flushFolder(folder)
        } finally {
          await files.unlink(own).catch(() => undefined)
        }
      })
    },
    remove: async (folder, name) => {
      const gone = await attempt(join(folder, name), () => files.unlink(join(folder, name)))
      return gone.ok || gone.fault.code === 'missing' ? ok(undefined) : gone
    },
  }
}
