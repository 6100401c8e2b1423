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

/** null: what stands there is not known. */
type Cells = readonly (string | null)[]

/**
 * Words between two columns belong to the cell on their left, when they stand next to it. What belongs to neither, as
 * in a table that lost its columns, makes both neighbours unknown.
 */
const cellsOf = <Key>(columns: readonly Column<Key>[], line: string): Cells => {
  const cells: (string | null)[] = columns.map(() => '')
  let last: { readonly place: number; readonly end: number } | null = null
  for (const token of tokensOf(line)) {
    const touched = touching(columns, token)
    const place: number = touched === -1 && last !== null && token.start - last.end === 1 ? last.place : touched
    if (place === -1) {
      const next = columns.findIndex(({ start }) => start >= token.end)
      for (const near of [next - 1, next]) if (near >= 0) cells[near] = null
      continue
    }
    const before = cells[place]
    if (before !== null) cells[place] = before === '' || before === undefined ? token.text : `${before} ${token.text}`
    last = { place, end: token.end }
  }
  return cells
}

interface TableObjects<Key extends string> {
  readonly objects: readonly ReadonlyMap<Key, string>[]
  /** The key whose cell ends the text without a line end, so it may have been cut. */
  readonly cutKey: Key | null
}

/** A row that goes on: dates and times break at their blank, names and numbers anywhere. */
const joined = (above: string, cell: string) =>
  above.length > longestLine ? above : `${above}${/[:/]/.test(cell) ? ' ' : ''}${cell}`.trim()

/**
 * Objects as PowerShell's Format-Table prints them: names, dashes below them, one row for each object. A row goes on
 * with the one above it (`-Wrap`) when its first cell and those of `whole`, which never break, are empty. A cell that
 * was shortened with dots is left out: what it said is not known.
 */
export const tableObjects = <Key extends string>(
  text: string,
  keys: readonly Key[],
  whole: readonly Key[],
): TableObjects<Key> => {
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
      const starts = columns.some(
        ({ key }, place) => (place === 0 || whole.some((each) => each === key)) && cells[place] !== '',
      )
      const goesOn = !starts && last !== undefined
      const object = goesOn ? last : new Map<Key, string>()
      for (const [place, { key }] of columns.slice(0, known).entries()) {
        const cell = cells[place] ?? null
        if (key === null || (goesOn && cell === '')) continue
        if (cell === null) object.delete(key)
        else object.set(key, goesOn ? joined(object.get(key) ?? '', cell) : cell)
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
