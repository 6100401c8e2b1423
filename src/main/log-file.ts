import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

const largest = 1_000_000

/** Appends lines to a file; on opening, a large one is put aside once, so logs never fill a disk. */
export const logFile = (path: string): ((line: string) => void) => {
  mkdirSync(dirname(path), { recursive: true })
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > largest) renameSync(path, `${path}.old`)
  return (line) => appendFileSync(path, `${line}\n`)
}
