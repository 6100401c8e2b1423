import { createHash } from 'node:crypto'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './modern-node.mjs'

/** A short name for the present state of these files and folders; it changes when any file does. */
export const sourceStamp = (paths) => {
  const hash = createHash('sha256')
  const add = (path) => {
    const info = statSync(join(root, path))
    if (info.isDirectory()) for (const name of readdirSync(join(root, path)).sort()) add(`${path}/${name}`)
    else if (!path.endsWith('.test.ts')) hash.update(`${path} ${info.size} ${info.mtimeMs}\n`)
  }
  for (const path of paths) add(path)
  return hash.digest('hex').slice(0, 16)
}
