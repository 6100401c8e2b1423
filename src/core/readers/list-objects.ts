import { stripEnds, undecorated } from './dsregcmd-lines.ts'
import { isPrompt, linesOf } from './text-lines.ts'

const markup = new Set(' \t*`|')
const border = new Set(' \t|')
const longestValue = 2000

export interface ListObjects<Key extends string> {
  readonly objects: readonly ReadonlyMap<Key, string>[]
  /** The key whose value ends the text without a line end, so it may have been cut. */
  readonly cutKey: Key | null
}

/**
 * Objects as PowerShell's Format-List prints them, `Key : value`, in the keys asked for. A key that comes again begins
 * the next object; a long value goes on in the next line, indented to the column of the values.
 */
export const listObjects = <Key extends string>(text: string, keys: readonly Key[]): ListObjects<Key> => {
  const byName = new Map(keys.map((key) => [key.toLowerCase(), key]))
  const objects: Map<Key, string>[] = []
  const lines = linesOf(text)
  let object = new Map<Key, string>()
  let open: { key: Key; column: number } | null = null
  let cutKey: Key | null = null
  for (const [index, raw] of lines.entries()) {
    const line = raw.length > longestValue || isPrompt(raw.trim()) ? '' : raw
    const colon = line.indexOf(':')
    const name = colon > 0 && colon < 60 ? stripEnds(line.slice(0, colon), markup) : ''
    const key = byName.get(name.toLowerCase())
    const before: string = open === null ? '' : (object.get(open.key) ?? '')
    if (key !== undefined) {
      if (object.has(key)) {
        objects.push(object)
        object = new Map()
      }
      object.set(key, undecorated(stripEnds(line.slice(colon + 1), border)))
      open = { key, column: colon + 2 }
    } else if (open !== null && before !== '' && before.length < longestValue && isIndentedTo(line, open.column))
      object.set(open.key, before + line.trim())
    else open = null
    if (index === lines.length - 1) cutKey = open?.key ?? null
  }
  objects.push(object)
  return { objects, cutKey }
}

const isIndentedTo = (line: string, column: number) => line.trim() !== '' && line.slice(0, column).trim() === ''
