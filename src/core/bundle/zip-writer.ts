import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import type { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { crc32 } from 'node:zlib'
// The build for Node looks for worker threads as soon as it is loaded.
import { Zip, type ZipInputFile } from 'fflate/browser'
import { mostUnpacked } from '../recording/zip-listing.ts'
import { deflatedInBlocks } from './deflate-blocks.ts'

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
    add: (chunk: Uint8Array): void => {
      hash.update(chunk)
      bytes += chunk.length
    },
    end: (): Written => ({ bytes, sha256: hash.digest('hex') }),
  }
}

/** A plain file that everybody may read; the same whoever saves it, and on which system. */
const fileMode = 0o100644
/** The system whose modes these are, and the way of packing, by their numbers in the format of zip. */
const unix = 3
const deflateMethod = 8

/** The days that every zip reader knows, as ISO dates. */
const firstDay = '1980-01-01'
const lastDay = '2099-12-31'

/**
 * The day of a moment, at noon. Zip times carry no time zone and are written in local time, so a time of day would make
 * two PCs write different bytes; noon exists in every zone on every day. A clock that stands outside of what zips can
 * say, as after an empty battery, must not keep a bundle from being saved.
 */
export const zipTime = (iso: string): Date => {
  const given = iso.slice(0, 10)
  const said = given < firstDay ? firstDay : given > lastDay ? lastDay : given
  const [year = 1980, month = 1, day = 1] = said.split('-').map(Number)
  return new Date(year, month - 1, day, 12)
}

/** As `ZipInputFile` of the package has it: how many bytes an entry holds shows only at its end. */
const newFile = (path: string, modified: Date): ZipInputFile => ({
  filename: path,
  size: 0,
  crc: 0,
  compression: deflateMethod,
  mtime: modified,
  os: unix,
  attrs: fileMode << 16,
})

const noBytes = new Uint8Array()

/** The bytes of a zip, made as they are asked for. */
const zipped = async function* (
  entries: readonly BundleEntry[],
  { modified, onBytes, onEntry }: ZipOptions,
): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = []
  const zip = new Zip((error, bytes) => {
    if (error !== null) throw error
    ready.push(bytes)
  })
  let taken = 0
  for (const { path, content } of entries) {
    const entry = measured()
    const file = newFile(path, modified)
    const counted = async function* () {
      for await (const piece of content()) {
        entry.add(piece)
        file.size += piece.length
        file.crc = crc32(piece, file.crc)
        taken += piece.length
        if (taken > mostUnpacked) throw new Error(`It would hold more than ${mostUnpacked / 1024 ** 3} GB.`)
        onBytes?.(taken)
        yield piece
      }
    }
    zip.add(file)
    for await (const bytes of deflatedInBlocks(counted())) {
      file.ondata?.(null, bytes, false)
      yield* ready.splice(0)
    }
    file.ondata?.(null, noBytes, true)
    yield* ready.splice(0)
    onEntry?.({ path, ...entry.end() })
  }
  zip.end()
  yield* ready.splice(0)
}

/**
 * Writes entries one after another, in the given order, without holding one of them in memory. Equal entries make equal
 * bytes: nothing of this machine, its clock or its time zone goes in. Rejects with what went wrong first, whether in a
 * source, the disk or the signal; the file may then be there in part.
 */
export const writeZip = async (
  path: string,
  entries: readonly BundleEntry[],
  options: ZipOptions,
): Promise<Written> => {
  const { signal, open = (place) => createWriteStream(place, { flags: 'wx' }) } = options
  const whole = measured()
  const meter = async function* (pieces: AsyncIterable<Uint8Array>) {
    for await (const piece of pieces) {
      whole.add(piece)
      yield piece
    }
  }
  await pipeline(zipped(entries, options), meter, open(path), signal === undefined ? {} : { signal })
  return whole.end()
}
