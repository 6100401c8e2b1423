import { createHash, hash } from 'node:crypto'
import { z } from 'zod'
import type { FileStream, Files } from './folder-files.ts'
import type { Damage } from './recording.ts'

/** manifest.json of a bundle: what every other file was when it was saved. */
export const manifestShape = z.object({
  format: z.string(),
  files: z.array(z.object({ path: z.string(), sha256: z.string(), bytes: z.number() })),
})
export type Manifest = z.output<typeof manifestShape>

const changed = (part: string, message: string): Damage => ({ part, message, outcome: 'changed' })

const sha256Of = async ({ open }: FileStream): Promise<string> => {
  const hashed = createHash('sha256')
  for await (const bytes of open()) hashed.update(bytes)
  return hashed.digest('hex')
}

/** Compares what is read with the manifest. What differs is read all the same, and told to `report`, each file once. */
export const checkedFiles = (
  files: Files,
  folder: string,
  manifest: Manifest,
  report: (damage: Damage) => void,
): Files => {
  const saved = new Map(manifest.files.map(({ path, sha256 }) => [path, sha256.toLowerCase()]))
  const told = new Set<string>()
  const tell = (path: string, message: string) => {
    if (!told.has(path)) report(changed(path, message))
    told.add(path)
  }
  const compare = async <T>(
    full: string,
    found: T | null,
    hashOf: (found: T) => string | Promise<string>,
  ): Promise<T | null> => {
    const path = full.slice(folder.length)
    const sha256 = saved.get(path)
    if (found === null) {
      if (sha256 !== undefined) tell(path, `${path} was taken out after the bundle was saved.`)
    } else if (sha256 === undefined) tell(path, `${path} was added after the bundle was saved.`)
    else if ((await hashOf(found)) !== sha256) tell(path, `${path} was changed after the bundle was saved.`)
    return found
  }
  return {
    ...files,
    read: async (full) => compare(full, await files.read(full), (bytes) => hash('sha256', bytes)),
    stream: async (full) => compare(full, await files.stream(full), sha256Of),
  }
}
