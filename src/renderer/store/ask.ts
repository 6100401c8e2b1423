import { fail, type Result } from '../../shared/result.ts'

/** The other side never throws, but it can be gone; that too is a fault the screen can show. */
export const ask = async <T>(reply: () => Promise<Result<T>>): Promise<Result<T>> => {
  try {
    return await reply()
  } catch {
    return fail('internal', 'The program behind this window did not answer. Close it and start it again.')
  }
}
