import {
  bareTitle,
  framedTitle,
  isBox,
  isChatter,
  isFooter,
  type Split,
  splitKnown,
  splitUnknown,
} from './dsregcmd-lines.ts'
import { Margins } from './dsregcmd-margins.ts'
import { isKnownTitle, isTelling, mayBeTail } from './dsregcmd-vocabulary.ts'
import { type Above, joinerFor, type Widths, widthsOf } from './dsregcmd-wrap.ts'
import { isPrompt, linesOf, longestLine } from './text-lines.ts'

export interface Section {
  /** Empty for fields that stand before any title. */
  readonly title: string
  readonly fields: readonly Split[]
}

interface OpenSection {
  title: string
  fields: Split[]
}

/** Longer values do not occur; joining lines of noise must not pile up. */
const longestValue = 8_000

const isOwn = ({ known }: Split): boolean => known !== null && isTelling(known)

/** Reads line by line. */
class SectionReader {
  readonly #lines: readonly string[]
  readonly #sections: OpenSection[] = []
  #section: OpenSection = { title: '', fields: [] }
  #above: Above | null = null
  #afterBox = false
  #afterTitle = false
  /** After a footer or a prompt another tool may be talking: only known keys count. */
  #knownOnly = true
  /** The dump has ended: a key that other tools print too is theirs. */
  #isElsewhere = false
  readonly #margins = new Margins()
  #widths: Widths | null = null

  constructor(lines: readonly string[]) {
    this.#lines = lines
  }

  read(): readonly Section[] | null {
    for (const raw of this.#lines) this.#readLine(raw)
    this.#close()
    this.#doubtFirstField()
    const isDsregcmd = this.#sections.some(({ title, fields }) =>
      fields.some(({ known }) => known !== null && (isTelling(known) || isKnownTitle(title))),
    )
    // A certificate listed before the dump is not the device's.
    return isDsregcmd ? this.#sections.filter(({ title, fields }) => title !== '' || fields.some(isOwn)) : null
  }

  /** A text cut in mid-line may begin with half a key. */
  #doubtFirstField(): void {
    const [first] = this.#sections
    const field = first?.title === '' ? first.fields[0] : undefined
    if (first === undefined || field === undefined || field.known === null) return
    const startsText = this.#lines[0]?.startsWith(field.key) === true
    if (!startsText || !mayBeTail(field.known)) return
    const isCut = this.#margins.indented || first.fields.some(({ known }) => known?.home === 'account')
    first.fields[0] = { ...field, known: isCut ? null : field.known, torn: true }
  }

  #readLine(raw: string): void {
    const line = raw.length > longestLine ? '' : raw.trim()
    const first = line.charCodeAt(0)
    const afterBox = this.#afterBox
    this.#afterBox = false
    // Too short for a field or a title, and nothing is open that it could belong to.
    if (line.length < 4 && this.#above === null) this.#afterBox = afterBox && line === ''
    else if (line === '') this.#above = null
    else if ((first === 0x2b || first === 0x2d || first === 0x3d || first === 0x7c || first > 0x2000) && isBox(line)) {
      this.#above = null
      // The frame below a title begins nothing.
      const isFrame = line.endsWith('+') || (first === 0x2b && line.length > 9)
      this.#afterBox = isFrame && !this.#afterTitle
      this.#afterTitle = false
    } else this.#readContent(raw, line, afterBox)
  }

  #readContent(raw: string, line: string, afterBox: boolean): void {
    const known = splitKnown(line)
    if (known !== null && this.#isElsewhere && !isOwn(known)) this.#above = null
    else if (known !== null) {
      this.#isElsewhere = false
      this.#margins.count(raw)
      this.#add(known, raw)
    } else this.#readUnknown(raw, line, afterBox)
  }

  #readUnknown(raw: string, line: string, afterBox: boolean): void {
    const title = framedTitle(line, afterBox) ?? bareTitle(line)
    if (title !== null) this.#open(title)
    else if (isChatter(line) || isPrompt(line)) {
      this.#above = null
      this.#knownOnly = true
      // A prompt that nothing was typed at ends nothing: screens that scrolled show it in between.
      if (/\bdsregcmd\b/i.test(line)) this.#isElsewhere = false
      else if (isFooter(line) || (isPrompt(line) && !line.endsWith('>'))) this.#isElsewhere = true
    } else this.#readOther(raw, line)
  }

  #readOther(raw: string, line: string): void {
    const unknown = splitUnknown(line)
    const looksLikeField = unknown !== null && this.#margins.fit(raw)
    if (!looksLikeField && this.#joined(raw, line)) return
    this.#above = null
    if (looksLikeField && !this.#knownOnly) this.#add(unknown, raw)
  }

  #joined(raw: string, line: string): boolean {
    const above = this.#above
    if (above === null || above.field.value.length + line.length > longestValue) return false
    const joiner = joinerFor(above, raw, this.#measure)
    if (joiner === null) return false
    const field = { ...above.field, value: above.field.value + joiner + line }
    this.#section.fields[this.#section.fields.length - 1] = field
    this.#above = { field, raw, isFirstLine: false }
    return true
  }

  readonly #measure = (): Widths => {
    this.#widths ??= widthsOf(this.#lines)
    return this.#widths
  }

  #add(field: Split, raw: string): void {
    this.#section.fields.push(field)
    this.#afterTitle = false
    this.#above = { field, raw, isFirstLine: true }
    if (this.#section.fields.length === 1) this.#knownOnly = false
  }

  #open(title: string): void {
    // A heading above the frame repeats its title; the two are one section.
    const repeats = this.#section.title === title && this.#section.fields.length === 0
    if (!repeats) this.#close()
    this.#section = { title, fields: [] }
    this.#isElsewhere = false
    this.#above = null
    this.#knownOnly = false
    this.#afterTitle = true
  }

  #close(): void {
    if (this.#section.title !== '' || this.#section.fields.length > 0) this.#sections.push(this.#section)
  }
}

const indentedFrame = /^[ \t]+(?=\+-{10})/

/** A code block of markdown indents every line, as its frames tell; blanks before a key are not of that kind. */
const dedented = (lines: readonly string[]): readonly string[] => {
  const margin = lines.map((line) => indentedFrame.exec(line)?.[0]).find((found) => found !== undefined)
  return margin === undefined
    ? lines
    : lines.map((line) => (line.startsWith(margin) ? line.slice(margin.length) : line))
}

/** Text of `dsregcmd /status` → its sections in order; null when nothing in it comes from dsregcmd. */
export const dsregcmdSections = (text: string): readonly Section[] | null =>
  new SectionReader(dedented(linesOf(text))).read()
