import { fail, type Result } from '../../shared/result.ts'
import { errorCode, errorMessage } from '../../shared/thrown.ts'

/** Why a file could not be written, in a sentence that names the cause. `path` is where it should have been. */
export const writeFault = (path: string, error: unknown): Result<never> => {
  switch (errorCode(error)) {
    case 'EACCES':
    case 'EPERM':
      return fail('denied', `${path} was not saved: you may not write there. Choose another folder.`)
    case 'EROFS':
      return fail('denied', `${path} was not saved: that disk is read-only. Choose another folder.`)
    case 'ENOSPC':
    case 'EDQUOT':
      return fail('failed', `${path} was not saved: the disk is full. Make room, or choose another disk.`)
    case 'ENOENT':
    case 'ENOTDIR':
      return fail('missing', `${path} was not saved: there is no such folder. Choose another one.`)
    case 'ENAMETOOLONG':
      return fail('usage', `${path} was not saved: the path is too long. Choose a shorter name or folder.`)
    case 'EISDIR':
      return fail('invalid-input', `${path} was not saved: a folder of that name is there. Choose another name.`)
    default:
      return fail('failed', `${path} was not saved: ${errorMessage(error)}`)
  }
}
