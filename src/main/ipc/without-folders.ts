import { basename } from 'node:path'
import { fail, type Result } from '../../shared/result.ts'

/** The window shows names of files and never learns where they are. */
export const withoutFolders = <T>(result: Result<T>, ...paths: readonly string[]): Result<T> =>
  result.ok
    ? result
    : fail(
        result.fault.code,
        paths.reduce((text, path) => text.replaceAll(path, () => basename(path)), result.fault.message),
      )
