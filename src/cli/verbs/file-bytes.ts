import { readFile, stat } from 'node:fs/promises'
import { errorCode } from '../../shared/thrown.ts'
import type { Io } from '../io.ts'
import { Stop, usageError } from '../verb.ts'

const largestFile = 64 * 1024 * 1024

/** The bytes of a file that the command line names; `-` is standard input. */
export const fileBytes = async (path: string, io: Io): Promise<Uint8Array> => {
  if (path === '-') return io.input()
  try {
    const { size } = await stat(path)
    if (size > largestFile) throw usageError(`${path} is larger than ${largestFile / 1024 / 1024} MB.`)
    return await readFile(path)
  } catch (error) {
    if (error instanceof Stop) throw error
    const code = errorCode(error)
    throw usageError(
      code === 'ENOENT'
        ? `There is no file ${path}.`
        : code === 'EISDIR'
          ? `${path} is a folder.`
          : `${path} cannot be read.`,
    )
  }
}
