import { randomBytes } from 'node:crypto'
import { lstat, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { fail, ok, type Result } from '../../shared/result.ts'
import { writeFault } from './write-faults.ts'

/** What Windows and the usual file systems of Linux take for one name. */
const longestName = 255

/** A file that appears under its name only once it is whole. */
export interface TargetFile {
  /** Beside the target, so that putting it in place moves no bytes. */
  readonly temporary: string
  /** Gives the finished file its name. */
  readonly keep: () => Promise<Result<void>>
  /** Takes back whatever was written. */
  readonly drop: () => Promise<void>
}

const refusal = async (path: string, replace: boolean): Promise<Result<void>> => {
  if (basename(path).length > longestName) return writeFault(path, Object.assign(new Error(), { code: 'ENAMETOOLONG' }))
  try {
    const there = await lstat(path)
    if (there.isDirectory()) return fail('conflict', `${path} was not saved: a folder of that name is there.`)
    return replace ? ok(undefined) : fail('conflict', `${path} was not saved: the file exists. Choose another name.`)
  } catch (error) {
    const isNew = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    return isNew ? ok(undefined) : writeFault(path, error)
  }
}

/** Looks at the place before anything is written there. With `replace`, a person has agreed to lose what is there. */
export const openTarget = async (path: string, replace: boolean): Promise<Result<TargetFile>> => {
  const free = await refusal(path, replace)
  if (!free.ok) return free
  const temporary = join(dirname(path), `.pku2u-${randomBytes(6).toString('hex')}.part`)
  return ok({
    temporary,
    keep: async () => {
      const stillFree = await refusal(path, replace)
      if (!stillFree.ok) return stillFree
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
