import { hexRuns } from './hex-runs.ts'

/** A stretch of readable text inside base64 or hexadecimal digits. */
export interface Stretch {
  /** Where the digits stand that hold it. */
  readonly start: number
  readonly end: number
  readonly text: string
}

/**
 * What six readable bytes look like in base64, at any place of a run: three bytes below 128 leave only some digits at each
 * of the four places. The second line is the same for UTF-16, where every other byte is 0.
 */
const readable64 =
  /(?:[I-Za-f][C-HS-Xi-nyz0-3][ABEFIJMNQRUVYZcdghkloptswx014589][\w+/-]){2}|(?:[I-Za-f][AQgw][AB][\w+/-]A[C-H][AEIMQUYcgkosw048]A){2}/g
const run64 = /[A-Za-z0-9+/_-]*={0,2}/y
const digit64 = /[\w+/-]/
/** Groups of five as case codes have them: what they hold is no text, whatever it looks like when it is taken for base64. */
const caseCode = /^(?:[0-9A-HJKMNP-TV-Z]{5}-){9,}[0-9A-HJKMNP-TV-Z]{5}$/
/** Shorter runs are texts of their own or nothing: inside a longer one, a name takes at least this much. */
const shortestInside = 12
const shortestHex = 10
/** Pairs of digits with one mark between each two, as dumps of memory and dialogs for certificates have them. */
const betweenPairs = /[ ,:-]/
const fewestPairs = 7
const readableHex = /(?:[2-7][0-9a-f](?:00)?){5}/i
/** Letters, or letters with a NUL behind each as in UTF-16. */
const readable = /(?:[\x20-\x7e\xa0-\xff]\0){5,}|(?:[\x20-\x7e]|[\xc3-\xc5][\x80-\xbf]){5,}/g

const utf8 = (latin: string): string => {
  const text = Buffer.from(latin, 'latin1').toString('utf8')
  return text.includes('\ufffd') ? latin : text
}

const stretchesOf = (
  bytes: Buffer,
  toStart: (byte: number) => number,
  toEnd: (byte: number) => number,
): readonly Stretch[] => {
  const latin = bytes.toString('latin1')
  const found: Stretch[] = []
  for (const match of latin.matchAll(readable)) {
    const text = match[0].includes('\0') ? match[0].replaceAll('\0', '') : utf8(match[0])
    found.push({ start: toStart(match.index), end: toEnd(match.index + match[0].length), text })
  }
  return found
}

/** Whole base64 texts, such as the JSON of `SettingsUrl`: they can be written again after what is in them was replaced. */
export interface WholeText {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly encode: (text: string) => string
}

const whole = (run: string, start: number): WholeText | null => {
  const bytes = Buffer.from(run, 'base64')
  if (bytes.length < 5) return null
  const wide = bytes.length % 2 === 0 && bytes[1] === 0 && bytes[3] === 0
  const text = bytes.toString(wide ? 'utf16le' : 'utf8')
  if (/[\x00-\x08\x0e-\x1f\ufffd]/.test(text)) return null
  const urlSafe = /[-_]/.test(run)
  return {
    start,
    end: start + run.length,
    text,
    encode: (changed) => {
      const encoded = Buffer.from(changed, wide ? 'utf16le' : 'utf8').toString(urlSafe ? 'base64url' : 'base64')
      return run.includes('=') || run.length % 4 === 0 ? encoded : encoded.replace(/=+$/, '')
    },
  }
}

export interface EncodedRuns {
  readonly wholes: readonly WholeText[]
  readonly stretches: readonly Stretch[]
}

/** Text that stands in base64 (at any of its alignments, as UTF-8 or UTF-16) or in hexadecimal digits. */
export const encodedRunsIn = (source: string): EncodedRuns => {
  const wholes: WholeText[] = []
  const stretches: Stretch[] = []
  let from = 0
  for (const match of source.matchAll(readable64)) {
    if (match.index < from) continue
    let start = match.index
    while (start > from && digit64.test(source[start - 1] ?? ' ')) start--
    run64.lastIndex = start
    const run = run64.exec(source)?.[0] ?? ''
    from = start + run.length
    if (caseCode.test(run)) continue
    const complete = whole(run, start)
    if (complete !== null) {
      wholes.push(complete)
      continue
    }
    if (run.length < shortestInside) continue
    for (let offset = 0; offset < 4; offset++) {
      const bytes = Buffer.from(run.slice(offset), 'base64')
      for (const stretch of stretchesOf(
        bytes,
        (byte) => start + offset + Math.floor((byte * 4) / 3),
        (byte) => Math.min(start + run.length, start + offset + Math.ceil((byte * 4) / 3)),
      ))
        stretches.push(stretch)
    }
  }
  let chain = { start: 0, end: 0, pairs: '' }
  const endChain = (): void => {
    // The digits without the marks are looked through again: they are text, or a thumbprint.
    if (chain.pairs.length >= fewestPairs * 2) stretches.push({ start: chain.start, end: chain.end, text: chain.pairs })
  }
  hexRuns(source, (start, end) => {
    if (end - start === 2) {
      const goesOn =
        start === chain.end + 1 &&
        betweenPairs.test(source[chain.end] ?? '') &&
        (chain.pairs.length < 4 || source[chain.end] === source[chain.start + 2])
      const pair = source.slice(start, end)
      if (!goesOn) endChain()
      chain = goesOn ? { ...chain, end, pairs: chain.pairs + pair } : { start, end, pairs: pair }
    }
    if (end - start < shortestHex) return
    const run = source.slice(start, end)
    if (!readableHex.test(run)) return
    const toSource = (byte: number) => start + byte * 2
    for (const odd of [0, 1])
      for (const stretch of stretchesOf(
        Buffer.from(run.slice(odd), 'hex'),
        (byte) => toSource(byte) + odd,
        (byte) => toSource(byte) + odd,
      ))
        stretches.push(stretch)
  })
  endChain()
  return { wholes, stretches }
}
