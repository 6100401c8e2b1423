import { open, type ZipFile } from 'yauzl'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Gate, Leak } from '../redaction/redaction.ts'
import { fileHash } from './file-hash.ts'

const openZip = (path: string): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    open(path, { lazyEntries: true, autoClose: false }, (error, zip) => (error ? reject(error) : resolve(zip)))
  })

const isRaw = (name: string): boolean => name.startsWith('raw/')

/** Every entry in its place, piece by piece. */
const lookThrough = (zip: ZipFile, gate: Gate, signal: AbortSignal | undefined): Promise<void> =>
  new Promise((resolve, reject) => {
    zip.on('error', reject)
    zip.on('end', resolve)
    zip.on('entry', (entry) => {
      // Their owner was told that nobody can look into them.
      if (isRaw(entry.fileName)) return zip.readEntry()
      zip.openReadStream(entry, (error, stream) => {
        if (error) return reject(error)
        stream.on('data', (chunk: Buffer) => {
          if (signal?.aborted === true) return void stream.destroy(signal.reason as Error)
          gate.scan(entry.fileName, chunk)
        })
        stream.on('error', reject)
        stream.on('end', () => zip.readEntry())
      })
    })
    zip.readEntry()
  })

const leaksIn = async (path: string, gate: Gate, signal: AbortSignal | undefined): Promise<readonly Leak[]> => {
  const zip = await openZip(path)
  try {
    await lookThrough(zip, gate, signal)
    return gate.finish()
  } finally {
    zip.close()
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
