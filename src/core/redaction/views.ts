import { brokenLines } from './broken-lines.ts'

/** A text with its escapes undone, and where each part of it stood. */
export interface View {
  readonly text: string
  /** Where a position of the view stands in the source. */
  readonly sourceOf: (position: number) => number
  /** Whether an escape stands in this part of the view or right beside it; all else is seen in the source as well. */
  readonly isEscaped: (start: number, end: number) => boolean
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }
const controls: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\r', f: '\r' }

/**
 * `%40`, `%u0040`, `=40` and `=` at the end of a line as in mail, `&#64;`, `&amp;`, `\u0040`, `\x40`, `\\`, and NULs between
 * the letters of UTF-16.
 */
const escapes =
  /(?:%[0-9a-f]{2})+|%u[0-9a-f]{4}|(?:=[2-7][0-9a-f]|=[c-f][0-9a-f](?:=[89ab][0-9a-f])+)+|=\r*\n|(?:\\x[0-9a-f]{2})+(?!\\[^x])|&(?:amp|lt|gt|quot|apos|nbsp|#\d{1,6}|#x[0-9a-f]{1,5});|\\(?:u[0-9a-f]{4}|[\\/"nrtbf])|\0/gi

/** Escaped bytes side by side are an edit for each letter, so that of a longer text only the name goes. */
const editsOf = ({ index, 0: escaped }: RegExpExecArray): readonly Edit[] => {
  // JSON escapes with small letters; `\NTUSER.DAT` is a file.
  if (/^\\[NRTBF]$/.test(escaped)) return []
  if (!isBytes(escaped)) return [{ start: index, end: index + escaped.length, text: decoded(escaped) }]
  let start = index
  return lettersOf(escaped).map(({ text, end }) => {
    const edit = { start, end: index + end, text }
    start = edit.end
    return edit
  })
}

const editsIn = (source: string): readonly Edit[] => {
  const breaks = brokenLines(source).map((place) => ({ ...place, text: '' }))
  const found = Array.from(source.matchAll(escapes), editsOf).flat()
  return breaks.length === 0 ? found : [...found, ...breaks].sort((a, b) => a.start - b.start)
}

/** The letters that escaped bytes stand for, each with where it ends; bytes that are no UTF-8 are letters of their own. */
const lettersOf = (escaped: string): readonly { readonly text: string; readonly end: number }[] => {
  const width = escaped[0] === '\\' ? 4 : 3
  const bytes = Buffer.from(escaped.replace(/[%=\\x]/gi, ''), 'hex')
  const text = bytes.toString('utf8')
  if (text.includes('\ufffd'))
    return [...bytes.toString('latin1')].map((letter, index) => ({ text: letter, end: (index + 1) * width }))
  let end = 0
  return [...text].map((letter) => {
    end += Buffer.byteLength(letter) * width
    return { text: letter, end }
  })
}

const isBytes = (escaped: string): boolean => /^(?:%|=|\\x)[0-9a-f]{2}/i.test(escaped)

const decoded = (escaped: string): string => {
  const [first, second = ''] = escaped
  if (first === '%') return String.fromCharCode(Number.parseInt(escaped.slice(2), 16))
  if (first === '=' || first === '\0') return ''
  if (first === '\\') {
    if (second === 'u' || second === 'U') return String.fromCharCode(Number.parseInt(escaped.slice(2), 16))
    return controls[second] ?? second
  }
  const body = escaped.slice(1, -1)
  if (body[0] !== '#') return named[body.toLowerCase()] ?? ' '
  const code = /^#x/i.test(body) ? Number.parseInt(body.slice(2), 16) : Number(body.slice(1))
  return code <= 0x10ffff ? String.fromCodePoint(code) : ' '
}

/** How far around an escape a name may reach. */
const reach = 160

interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

type Mark = readonly [view: number, source: number, width: number]

/** The first escape that ends at this place of the view or behind it. */
const firstEndingAt = (marks: readonly Mark[], position: number): number => {
  let low = 0
  let high = marks.length
  while (low < high) {
    const middle = (low + high) >> 1
    const [view = 0, , width = 0] = marks[middle] ?? []
    if (view + width < position) low = middle + 1
    else high = middle
  }
  return low
}

/** A line that ends here ends in the view as well: it was not too long, and became longer only by the one that was broken. */
const keptLines = (source: string, from: number, to: number): string => source.slice(from, to).replaceAll('\n', '\r')

const viewOf = (source: string, from: number, to: number, edits: readonly Edit[]): View => {
  const parts: string[] = []
  // Pairs of positions, view and source, at the end of each edit.
  const marks: Mark[] = []
  let at = from
  let length = 0
  for (const { start, end, text } of edits) {
    parts.push(keptLines(source, at, start), text)
    length += start - at
    marks.push([length, start, text.length])
    length += text.length
    at = end
  }
  parts.push(keptLines(source, at, to))
  const ends = edits.map(({ end }) => end)
  return {
    text: parts.join(''),
    isEscaped: (start, end) => {
      const [view = Number.POSITIVE_INFINITY] = marks[firstEndingAt(marks, start)] ?? []
      return view <= end
    },
    sourceOf: (position) => {
      let low = 0
      let high = marks.length
      while (low < high) {
        const middle = (low + high) >> 1
        if ((marks[middle]?.[0] ?? 0) < position) low = middle + 1
        else high = middle
      }
      const mark = marks[low - 1]
      if (mark === undefined) return from + position
      const [view, start, width] = mark
      // Inside what an escape became: the whole escape goes.
      return position < view + width ? start : (ends[low - 1] ?? start) + position - view - width
    },
  }
}

const isBlank = (text: string, at: number): boolean => text.charCodeAt(at) <= 32

/** A window never ends inside a word, unless the word is longer than any name. */
const wordStart = (text: string, at: number): number => {
  let start = at
  while (start > 0 && at - start < reach && !isBlank(text, start - 1)) start--
  return start
}
/** With the end of the word in front of it, so that a label in the middle of a line does not stand at its start. */
const insideLine = (text: string, at: number): number => (at > 1 && !/[\r\n]/.test(text[at - 1] ?? '') ? at - 2 : at)
const wordEnd = (text: string, at: number): number => {
  let end = at
  while (end < text.length && end - at < reach && !isBlank(text, end)) end++
  return end
}

/** The parts of a text that hold escapes, undone. Empty for most texts. */
export const escapedViews = (source: string): readonly View[] => {
  const views: View[] = []
  let edits: Edit[] = []
  let from = 0
  let to = -1
  const flush = () => {
    if (edits.length > 0) views.push(viewOf(source, from, Math.min(source.length, to), edits))
    edits = []
  }
  for (const edit of editsIn(source)) {
    const { start, end } = edit
    if (edits.length === 0 || start - reach > to) {
      flush()
      from = Math.max(0, to, insideLine(source, wordStart(source, start - reach)))
    }
    edits.push(edit)
    to = wordEnd(source, end + reach)
  }
  flush()
  return views
}
