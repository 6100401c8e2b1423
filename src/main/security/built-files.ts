import { readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import type { BuiltFile, BuiltFiles } from './app-protocol.ts'

const types: ReadonlyMap<string, string> = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.woff2', 'font/woff2'],
  ['.ttf', 'font/ttf'],
])

const once = (path: string): BuiltFile['read'] => {
  let bytes: Uint8Array<ArrayBuffer> | undefined
  return () => {
    bytes ??= new Uint8Array(readFileSync(path))
    return bytes
  }
}

/** Lists the built window once, at the start. A file of a kind that is not named above is not served. */
export const findBuiltFiles = (folder: string): BuiltFiles => {
  const found = new Map<string, BuiltFile>()
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const type = types.get(extname(entry.name))
    if (!entry.isFile() || type === undefined) continue
    const path = join(entry.parentPath, entry.name)
    found.set(`/${relative(folder, path).split(sep).join('/')}`, { type, read: once(path) })
  }
  return found
}
