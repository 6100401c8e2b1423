import { isPrompt, linesOf } from './text-lines.ts'

interface Column<Key> {
  /** null: a column nobody asked for. */
  readonly key: Key | null
  readonly start: number
  readonly end: number
}
interface Token {
  readonly text: string
  readonly start: number
  readonly end: number
}

const longestLine = 4000
const rule = /^[ \t]*-+(?: +-+)+[ \t]*$/
const shortened = /(?:\.\.\.|…)$/

const tokensOf = (line: string): readonly Token[] =>
  [...line.matchAll(/\S+/g)].map(({ 0: text, index }) => ({ text, start: index, end: index + text.length }))

/** Names stand over their dashes; the value of a column touches them, from the left or, for numbers, from the right. */
const columnsOf = <Key extends string>(names: string, dashes: string, keys: readonly Key[]): readonly Column<Key>[] =>
  tokensOf(dashes).map(({ start, end }) => {
    const name = names.slice(start, end).trim().toLowerCase()
    return { key: keys.find((key) => key.toLowerCase() === name) ?? null, start, end }
  })

const touching = <Key>(columns: readonly Column<Key>[], { start, end }: Token): number =>
  columns.findIndex((column) => start < column.end && end > column.start)

/** What stands between two columns goes with the words it belongs to: those next to it, the left ones first. */
const cellsOf = <Key>(columns: readonly Column<Key>[], line: string): readonly string[] => {
  const cells: string[] = columns.map(() => '')
  const tokens = tokensOf(line)
  const places = tokens.map((token) => touching(columns, token))
  const gap = (index: number) => (tokens[index]?.start ?? 0) - (tokens[index - 1]?.end ?? 0)
  for (let index = 0; index < tokens.length; index++)
    if (places[index] === -1 && index > 0 && gap(index) === 1) places[index] = places[index - 1] ?? -1
  for (let index = tokens.length - 2; index >= 0; index--)
    if (places[index] === -1 && gap(index + 1) === 1) places[index] = places[index + 1] ?? -1
  for (const [index, { text }] of tokens.entries()) {
    const place = places[index] ?? -1
    if (place >= 0) cells[place] = cells[place] === '' ? text : `${cells[place]} ${text}`
  }
  return cells
}

interface TableObjects<Key extends string> {
  readonly objects: readonly ReadonlyMap<Key, string>[]
  /** The key whose cell ends the text without a line end, so it may have been cut. */
  readonly cutKey: Key | null
}

/** A row that goes on: dates and times break at their blank, names and numbers anywhere. */
const joined = (above: string, cell: string) => `${above}${/[:/]/.test(cell) ? ' ' : ''}${cell}`.trim()

/**
 * Objects as PowerShell's Format-Table prints them: names, dashes below them, one row for each object. A row without a
 * first cell goes on with the one above it (`-Wrap`). A cell that was shortened with dots is left out: what it said is
 * not known.
 */
export const tableObjects = <Key extends string>(text: string, keys: readonly Key[]): TableObjects<Key> => {
  const objects: Map<Key, string>[] = []
  const lines = linesOf(text)
  let columns: readonly Column<Key>[] | null = null
  let above = ''
  let cutKey: Key | null = null
  for (const [index, raw] of lines.entries()) {
    const line = raw.length > longestLine || isPrompt(raw.trim()) ? '' : raw.replaceAll('\t', ' ')
    if (rule.test(line)) columns = columnsOf(above, line, keys)
    else if (line.trim() === '') columns = null
    else if (columns !== null) {
      const cells = cellsOf(columns, line)
      // Behind the end of a text that stops within a row nothing is known.
      const isLast = index === lines.length - 1
      const known = isLast ? cells.findLastIndex((cell) => cell !== '') + 1 : cells.length
      const last = objects.at(-1)
      const goesOn = cells[0] === '' && last !== undefined
      const object = goesOn ? last : new Map<Key, string>()
      for (const [place, { key }] of columns.slice(0, known).entries()) {
        const cell = cells[place] ?? ''
        if (key !== null && !(goesOn && cell === ''))
          object.set(key, goesOn ? joined(object.get(key) ?? '', cell) : cell)
      }
      if (!goesOn) objects.push(object)
      if (isLast) cutKey = columns[known - 1]?.key ?? null
    }
    above = line
  }
  return {
    objects: objects.map((object) => new Map([...object].filter(([, cell]) => !shortened.test(cell)))),
    cutKey,
  }
}
