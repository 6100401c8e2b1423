import { type Split, splitKnown } from './dsregcmd-lines.ts'
import { longestLine } from './text-lines.ts'

/** A wide field is printed as a key of 26 columns, ` : ` and the value. */
const keyColumns = 29
/** Windows consoles are 80 columns or wider; anything shorter was not cut by one. */
const shortestWrap = 70
const narrowestWindow = 40

/** The physical line above, as long as it belongs to a field. */
export interface Above {
  readonly field: Split
  /** As printed, trailing blanks included. */
  readonly raw: string
  readonly isFirstLine: boolean
}

export interface Widths {
  /** Columns of a window below 70, known by the frames it cut or by several lines that end at it; else null. */
  readonly narrow: number | null
  /** The longest line of a field. */
  readonly longest: number
  /** Columns of the window, as far as several lines that end at the same one tell. */
  readonly window: number | null
}

const cutFrame = (line: string, next: string): boolean =>
  line.length >= 20 && line.length < shortestWrap + 2 && /^\+-+$/.test(line) && next.length < 80 && /^-*\+$/.test(next)

/** Measured once per text, and only when a line asks for it. Only fields tell: the text around them has any width. */
export const widthsOf = (lines: readonly string[]): Widths => {
  const lengths = lines.map((line) => line.trimEnd().length)
  let longest = 0
  let narrow: number | null = null
  for (const [index, raw] of lines.entries()) {
    const length = lengths[index] ?? 0
    if (length > longest && length < longestLine && splitKnown(raw.trim()) !== null) longest = length
    if (narrow === null && cutFrame(raw.trimEnd(), lines[index + 1]?.trim() ?? '')) narrow = length
  }
  const isRepeated = longest >= narrowestWindow && lengths.indexOf(longest) !== lengths.lastIndexOf(longest)
  const window = isRepeated ? longest : null
  if (longest < shortestWrap) narrow ??= window
  return { narrow, longest, window: narrow ?? window }
}

/** Values that are whole as they stand, so what follows is a line of its own. */
const whole =
  /^(?:yes|no)$|\]$|^\d[^[]* UTC$|^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$|^[0-9a-f]{40}$|(?:^|[^(])\b0x[0-9a-f]{8}$| deleted\.?$|^https?:\/\/\S+\.svc$/i

/** Addresses and lists hold no blanks, and nothing follows the sign-in name. */
const takesOneWord = ({ known, value }: Split): boolean =>
  (value.length > 20 && !value.includes(' ')) || (known?.name === 'Executing Account Name' && value.includes('@'))

/** Pasting may take the indentation away or add markup, so the first line of a field is measured as it was printed. */
const printedLength = ({ field, raw, isFirstLine }: Above): number => {
  const length = raw.trimEnd().length
  if (!isFirstLine) return length
  const asPrinted = keyColumns + field.value.length
  return raw.trimStart().startsWith(field.key) ? Math.max(length, asPrinted) : asPrinted
}

const isFull = (above: Above, next: string, { narrow, longest }: Widths): boolean => {
  if (narrow !== null) return above.raw.trimEnd().length >= narrow - 1
  const printed = printedLength(above)
  if (printed < shortestWrap) return false
  const firstWord = next.split(' ', 1)[0] ?? ''
  // With longer lines around, nothing was cut at this width, unless the line goes on in mid-sentence.
  return longest <= printed + firstWord.length + 1 || /^[a-z0-9.,;:)/@_-]/.test(next)
}

/**
 * What to put between a wrapped line and `raw`, its rest: nothing, or one blank when the cut shows one. null when
 * `raw` is no continuation. Consoles cut at their width and indent nothing.
 */
export const joinerFor = (above: Above, raw: string, widths: () => Widths): '' | ' ' | null => {
  if (raw.startsWith('  ') || raw.startsWith('\t')) return null
  const next = raw.trim()
  const { field } = above
  const length = above.raw.trimEnd().length
  if (whole.test(field.value) || (length < 20 && keyColumns + field.value.length < shortestWrap)) return null
  const measured = widths()
  // Where the window is known, a full line says enough; else the rest must fit what stands before it.
  if (measured.narrow === null && takesOneWord(field) && next.includes(' ')) return null
  if (!isFull(above, next, measured)) return null
  // In a window of known width a line one column short lost the blank it ended with.
  const lostBlank = measured.window !== null && length === measured.window - 1
  return raw.startsWith(' ') || above.raw.endsWith(' ') || lostBlank ? ' ' : ''
}
