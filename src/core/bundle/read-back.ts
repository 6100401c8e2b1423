import { createHash } from 'node:crypto'
import { open, type ZipFile } from 'yauzl'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Gate } from '../redaction/redaction.ts'
import type { ManifestLine } from './zip-writer.ts'

const openZip = (path: string): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    open(path, { lazyEntries: true, autoClose: false }, (error, zip) => (error ? reject(error) : resolve(zip)))
  })

type Look = (name: string, chunk: Uint8Array) => void

/** Every entry in its place, piece by piece. Answers each one's hash by its name. */
const lookThrough = (zip: ZipFile, look: Look, signal: AbortSignal | undefined): Promise<ReadonlyMap<string, string>> =>
  new Promise((resolve, reject) => {
    const hashes = new Map<string, string>()
    zip.on('error', reject)
    zip.on('end', () => resolve(hashes))
    zip.on('entry', (entry) => {
      zip.openReadStream(entry, (error, stream) => {
        if (error) return reject(error)
        const hash = createHash('sha256')
        stream.on('data', (chunk: Buffer) => {
          if (signal?.aborted === true) return void stream.destroy(signal.reason as Error)
          hash.update(chunk)
          look(entry.fileName, chunk)
        })
        stream.on('error', reject)
        stream.on('end', () => {
          hashes.set(entry.fileName, hash.digest('hex'))
          zip.readEntry()
        })
      })
    })
    zip.readEntry()
  })

const isRaw = (name: string): boolean => name.startsWith('raw/')

/**
 * Opens the finished zip again and looks at what a receiver will see: every file is what was written, and none holds an
 * original or a secret. Raw logs are left out, which their owner was told.
 */
export const readBack = async (
  path: string,
  lines: readonly ManifestLine[],
  gate: Gate | null,
  signal?: AbortSignal,
): Promise<Result<void>> => {
  const zip = await openZip(path)
  try {
    const hashes = await lookThrough(zip, (name, chunk) => isRaw(name) || gate?.scan(name, chunk), signal)
    const wrong = lines.find(({ path: name, sha256 }) => hashes.get(name) !== sha256)
    if (wrong !== undefined)
      return fail(
        'failed',
        `The bundle was not saved: ${wrong.path} did not come back from the disk as it was written.`,
      )
    const leaks = gate?.finish() ?? []
    if (leaks.length === 0) return ok(undefined)
    const named = leaks.slice(0, 5).map(({ file, kind, count }) => `${file} (${kind}, ${count})`)
    const more = leaks.length > named.length ? ` and ${leaks.length - named.length} more` : ''
    return fail('refused', `The bundle was not saved: something would still be readable in ${named.join(', ')}${more}.`)
  } finally {
    zip.close()
  }
}
