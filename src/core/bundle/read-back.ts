import { fail, ok, type Result } from '../../shared/result.ts'
import { openZipFiles } from '../recording/zip-files.ts'
import type { Gate, Leak } from '../redaction/redaction.ts'
import { fileHash } from './file-hash.ts'

const isRaw = (name: string): boolean => name.startsWith('raw/')

/** Every file in its place, piece by piece, opened as a receiver will open it. */
const leaksIn = async (path: string, gate: Gate, signal: AbortSignal | undefined): Promise<readonly Leak[]> => {
  const files = await openZipFiles(path)
  try {
    for (const name of files.names) {
      // Their owner was told that nobody can look into them.
      const file = isRaw(name) ? null : await files.stream(name)
      for await (const chunk of file?.open() ?? []) {
        signal?.throwIfAborted()
        gate.scan(name, chunk)
      }
    }
    return gate.finish()
  } finally {
    await files.close()
  }
}

/**
 * Looks at the finished zip as a receiver will: the disk holds what was written, and no file in it an original or a
 * secret.
 */
export const readBack = async (
  path: string,
  sha256: string,
  gate: Gate,
  signal?: AbortSignal,
): Promise<Result<void>> => {
  if ((await fileHash(path, signal)) !== sha256)
    return fail('failed', 'The bundle was not saved: it did not come back from the disk as it was written.')
  const leaks = await leaksIn(path, gate, signal)
  if (leaks.length === 0) return ok(undefined)
  const named = leaks.slice(0, 5).map(({ file, kind, count }) => `${file} (${kind}, ${count})`)
  const more = leaks.length > named.length ? ` and ${leaks.length - named.length} more` : ''
  const onlySecrets = leaks.every(({ kind }) => kind === 'secret')
  const what = onlySecrets ? 'a token, cookie, key or password' : 'something'
  return fail('refused', `The bundle was not saved: ${what} would still be readable in ${named.join(', ')}${more}.`)
}
