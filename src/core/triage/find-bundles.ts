import { readdir, stat } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'

/** A file or folder that should be a bundle or a recording. */
export interface Found {
  readonly path: string
  /** Inside the folder that was named, with forward slashes. */
  readonly file: string
  /** A plain file named as a zip; otherwise a folder. */
  readonly isZip: boolean
  /** The folder could not be looked into. */
  readonly error?: unknown
}

const isFile = (path: string): Promise<boolean> =>
  stat(path).then(
    (info) => info.isFile(),
    () => false,
  )

const isRecording = async (folder: string): Promise<boolean> =>
  (await isFile(join(folder, 'machine.json'))) || (await isFile(join(folder, 'recording', 'machine.json')))

async function* findBelow(folder: string, prefix: string): AsyncGenerator<Found> {
  const entries = await readdir(folder, { withFileTypes: true })
  entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const entry of entries) {
    const path = join(folder, entry.name)
    const file = `${prefix}${entry.name}`
    // A link could lead in circles or out of the folder, so none is followed.
    if (entry.isFile() && /\.zip$/i.test(entry.name)) yield { path, file, isZip: true }
    if (!entry.isDirectory()) continue
    if (await isRecording(path)) yield { path, file, isZip: false }
    else
      try {
        yield* findBelow(path, `${file}/`)
      } catch (error) {
        yield { path, file, isZip: false, error }
      }
  }
}

/**
 * Every zip, and every folder that holds a recording or an unpacked bundle, in the order of the names, folders below
 * included. Rejects when the folder itself cannot be read.
 */
export async function* findBundles(folder: string): AsyncGenerator<Found> {
  if (await isRecording(folder)) yield { path: folder, file: basename(resolve(folder)), isZip: false }
  else yield* findBelow(folder, '')
}
