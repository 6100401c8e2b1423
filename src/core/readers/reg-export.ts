import type { RegistryValue } from '../recording/recording.ts'
import { isTerminated, valueOfHex, type Width } from './reg-data.ts'
import { KeyCollector, shortKey } from './reg-keys.ts'

const header = /^[ \t]{0,8}(?:Windows Registry Editor Version \d|REGEDIT4\s*$)/m

export const isRegExport = (text: string): boolean =>
  header.test(text) || /^\s{0,8}\[-?HKEY_[A-Z_]{4,30}[\\\]]/m.test(text)

const comment = /^\s*(?:;[^\n]*)?$/
const dword = /^dword:([0-9a-f]{1,8})$/i
const hexStart = /^hex(?:\(([0-9a-f]{1,8})\))?:/i
const hexBytes = /^(?:[0-9a-f]{2}(?:,[0-9a-f]{2})*)?$/i

interface Quoted {
  readonly text: string
  /** Index behind the closing quote. */
  readonly end: number
}

/** A string in quotes from `start`, which is the opening one. It may hold line breaks; `\\` and `\"` are escapes. */
const quotedAt = (text: string, start: number): Quoted | null => {
  const parts: string[] = []
  let from = start + 1
  for (;;) {
    const quote = text.indexOf('"', from)
    if (quote < 0) return null
    const piece = text.slice(from, quote)
    const backslash = piece.indexOf('\\')
    if (backslash < 0) return { text: parts.join('') + piece, end: quote + 1 }
    const escaped = text.charAt(from + backslash + 1)
    // Regedit writes no other escapes, so a single backslash stands for itself.
    parts.push(piece.slice(0, backslash), escaped === '"' || escaped === '\\' ? escaped : `\\${escaped}`)
    from += backslash + 2
  }
}

/** Reads the values of one export from its whole text, because strings may run over several lines. */
class ExportReader {
  readonly #text: string
  #width: Width = 2
  readonly #keys = new KeyCollector()
  #key: string | null = null
  #at = 0

  constructor(text: string) {
    this.#text = text
  }

  read(): KeyCollector {
    while (this.#at < this.#text.length) this.#readLine()
    return this.#keys
  }

  #lineEnd(from: number): number {
    const end = this.#text.indexOf('\n', from)
    return end < 0 ? this.#text.length : end
  }

  /** Where the next line that is not blank begins. */
  #nextContent(from: number): number {
    let start = from
    while (start < this.#text.length) {
      const end = this.#lineEnd(start)
      if (this.#text.slice(start, end).trim() !== '') break
      start = end + 1
    }
    return start
  }

  #readLine(): void {
    let start = this.#at
    const end = this.#lineEnd(start)
    this.#at = end + 1
    while (start < end && (this.#text[start] === ' ' || this.#text[start] === '\t')) start++
    const first = this.#text[start]
    if (first === '[') this.#readKey(this.#text.slice(start, end).trim())
    else if (first === 'R' || first === 'W') this.#readHeader(this.#text.slice(start, end))
    else if (first === '@') this.#readValue('', start + 1)
    else if (first === '"') {
      const name = quotedAt(this.#text, start)
      if (name !== null && !name.text.includes('\n')) this.#readValue(name.text, name.end)
    }
  }

  /** What stands before it, a prompt or a fence, does not matter. */
  #readHeader(line: string): void {
    if (header.test(line)) this.#width = line.startsWith('R') ? 1 : 2
  }

  #readKey(line: string): void {
    const close = line.lastIndexOf(']')
    const deleted = line.startsWith('[-')
    this.#key = close < 0 || !comment.test(line.slice(close + 1)) ? null : shortKey(line.slice(deleted ? 2 : 1, close))
    if (this.#key === null) return
    if (deleted) this.#keys.delete(this.#key)
    else this.#keys.add(this.#key, true)
    if (deleted) this.#key = null
  }

  #readValue(name: string, from: number): void {
    let start = from
    while (this.#text[start] === ' ') start++
    if (this.#key === null || this.#text[start] !== '=') return
    start++
    while (this.#text[start] === ' ') start++
    const value = this.#text[start] === '"' ? this.#stringAt(start) : this.#plainAt(start)
    if (value !== undefined) this.#keys.set(this.#key, name, value)
  }

  #stringAt(start: number): RegistryValue | undefined {
    const quoted = quotedAt(this.#text, start)
    if (quoted === null) return undefined
    const end = this.#lineEnd(quoted.end)
    if (!comment.test(this.#text.slice(quoted.end, end))) return undefined
    this.#at = end + 1
    return ['REG_SZ', quoted.text]
  }

  #plainAt(start: number): RegistryValue | null | undefined {
    const line = this.#text.slice(start, this.#lineEnd(start)).split(';', 1)[0]?.trim() ?? ''
    if (line === '-') return null
    const number = dword.exec(line)?.[1]
    // Regedit writes eight digits; fewer at the very end of the text may be the rest of a cut number.
    const isCut = number !== undefined && number.length < 8 && this.#lineEnd(start) === this.#text.length
    if (number !== undefined) return isCut ? undefined : ['REG_DWORD', Number.parseInt(number, 16)]
    const hex = hexStart.exec(line)
    if (hex === null) return undefined
    const digits = this.#hexDigits(start + hex[0].length)
    if (digits === null) return undefined
    const type = (hex[1] ?? '3').toLowerCase().replace(/^0+(?=.)/, '')
    // Bytes without a line end behind them may be the first of more, unless they say themselves that they end.
    const endsText = this.#at > this.#text.length
    if (endsText && !isTerminated(type, digits, this.#width)) return undefined
    return valueOfHex(type, digits, this.#width) ?? undefined
  }

  /** Bytes run on in the next line after a backslash, over the blank lines that pasting adds. */
  #hexDigits(start: number): string | null {
    const parts: string[] = []
    let from = start
    for (;;) {
      const end = this.#lineEnd(from)
      const part = this.#text.slice(from, end).split(';', 1)[0]?.trim() ?? ''
      const goesOn = part.endsWith('\\')
      parts.push(goesOn ? part.slice(0, -1).trim() : part)
      if (!goesOn) break
      from = this.#nextContent(end + 1)
      // The text was cut where bytes should follow.
      if (from >= this.#text.length) return null
      this.#at = this.#lineEnd(from) + 1
    }
    const joined = parts.join('')
    return hexBytes.test(joined) ? joined.replaceAll(',', '').toLowerCase() : null
  }
}

/** Text of a .reg file, version 5 or REGEDIT4. Line breaks inside strings stay as they are. */
export const readRegExport = (text: string): KeyCollector => new ExportReader(text).read()
