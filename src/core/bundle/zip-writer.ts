import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { Readable, Transform, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'

/** What a bundle holds under one name. Small parts come whole, event logs piece by piece. */
export interface BundleEntry {
  readonly path: string
  /** Bytes that go in; for progress only, and 0 where nobody knows yet. */
  readonly size: number
  /** Asked for when the entry's turn has come, so a later part may speak about the ones before it. */
  readonly content: () => AsyncIterable<Uint8Array>
}

export interface Written {
  readonly bytes: number
  /** Lower-case hex. */
  readonly sha256: string
}

/** What stands in manifest.json about a part. */
export interface ManifestLine extends Written {
  readonly path: string
}

export interface ZipOptions {
  /** Written into every entry; the same for the same report. */
  readonly modified: Date
  readonly signal?: AbortSignal
  /** Bytes taken so far. */
  readonly onBytes?: (done: number) => void
  /** Hears of each entry once it is whole, before the next one is asked for its content. */
  readonly onEntry?: (line: ManifestLine) => void
  /** Where the bytes go; tests put a disk there that fills up. */
  readonly open?: (path: string) => Writable
}

const measured = () => {
  const hash = createHash('sha256')
  let bytes = 0
  return {
    add: (chunk: Uint8Array): number => {
      hash.update(chunk)
      bytes += chunk.length
      return bytes
    },
    end: (): Written => ({ bytes, sha256: hash.digest('hex') }),
  }
}

/** A plain file that everybody may read; the same whoever saves it, and on which system. */
const fileMode = 0o100644

/**
 * The day of a moment, at noon. Zip times carry no time zone and are written in local time, so a time of day would make
 * two PCs write different bytes; noon exists in every zone on every day.
 */
export const zipTime = (iso: string): Date => {
  const [year = 1980, month = 1, day = 1] = iso.slice(0, 10).split('-').map(Number)
  return new Date(year, month - 1, day, 12)
}

/**
 * Writes entries one after another, in the given order, without holding one of them in memory. Equal entries make equal
 * bytes: nothing of this machine, its clock or its time zone goes in. Rejects with what went wrong first, whether in a
 * source, the disk or the signal; the file may then be there in part.
 */
export const writeZip = async (
  path: string,
  entries: readonly BundleEntry[],
  { modified, signal, onBytes, onEntry, open = (place) => createWriteStream(place, { flags: 'wx' }) }: ZipOptions,
): Promise<Written> => {
  const stop = new AbortController()
  const zip = new ZipFile()
  const opened: Readable[] = []
  let taken = 0

  async function* counted({ path: name, content }: BundleEntry) {
    const entry = measured()
    for await (const chunk of content()) {
      entry.add(chunk)
      taken += chunk.length
      onBytes?.(taken)
      yield chunk
    }
    onEntry?.({ path: name, ...entry.end() })
  }

  const whole = measured()
  const meter = new Transform({
    transform: (chunk: Uint8Array, _encoding, done) => {
      whole.add(chunk)
      done(null, chunk)
    },
  })
  zip.on('error', (error: Error) => stop.abort(error))
  for (const entry of entries)
    zip.addReadStreamLazy(
      entry.path,
      { mtime: modified, mode: fileMode, forceDosTimestamp: true, compress: true },
      (give) => {
        const source = Readable.from(counted(entry), { objectMode: false })
        opened.push(source)
        // The package does not watch its sources: one that fails would leave the rest waiting for ever.
        source.once('error', (error) => stop.abort(error))
        give(null, source)
      },
    )
  zip.end()
  const signals = [stop.signal, ...(signal === undefined ? [] : [signal])]
  try {
    await pipeline(zip.outputStream, meter, open(path), { signal: AbortSignal.any(signals) })
  } catch (error) {
    throw stop.signal.aborted ? stop.signal.reason : error
  } finally {
    for (const source of opened) source.destroy()
  }
  return whole.end()
}
