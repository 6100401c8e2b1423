import iconv from 'iconv-lite'
import { codePageByEvidence } from './code-page-evidence.ts'

const sampleSize = 4096

/** Windows code pages that iconv-lite knows under another name than `cpNNN`. */
const encodingOf = (codePage: number): string => {
  if (codePage === 65001) return 'utf8'
  const name = `cp${codePage}`
  if (iconv.encodingExists(name)) return name
  return iconv.encodingExists(String(codePage)) ? String(codePage) : 'cp1252'
}

/** UTF-16 without a mark shows as a NUL in nearly every second byte, since command output is mostly ASCII. */
const utf16WithoutMark = (bytes: Uint8Array): 'utf16le' | 'utf16be' | null => {
  const length = Math.min(bytes.length, sampleSize) & ~1
  let even = 0
  let odd = 0
  for (let index = 0; index < length; index += 2) {
    if (bytes[index] === 0) even++
    if (bytes[index + 1] === 0) odd++
  }
  const pairs = length / 2
  if (pairs < 2) return null
  if (odd > pairs * 0.4 && even < pairs * 0.1) return 'utf16le'
  return even > pairs * 0.4 && odd < pairs * 0.1 ? 'utf16be' : null
}

const isContinuation = (byte: number | undefined) => byte !== undefined && (byte & 0xc0) === 0x80

/** Captures are cut at any byte: a character torn at either end does not make the rest another encoding. */
const withoutTornEnds = (bytes: Uint8Array): Uint8Array => {
  let start = 0
  while (start < 3 && isContinuation(bytes[start])) start++
  let lead = bytes.length - 1
  while (lead > bytes.length - 4 && isContinuation(bytes[lead])) lead--
  const byte = bytes[lead] ?? 0
  const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1
  return bytes.subarray(start, lead + needed > bytes.length ? lead : bytes.length)
}

const strictDecoder = new TextDecoder('utf-8', { fatal: true })

const strictUtf8 = (bytes: Uint8Array): string | null => {
  try {
    return strictDecoder.decode(bytes)
  } catch {
    return null
  }
}

const utf8 = (bytes: Uint8Array): string | null => {
  const whole = strictUtf8(bytes)
  if (whole !== null) return whole
  const inner = withoutTornEnds(bytes)
  if (inner.length === bytes.length) return null
  const text = strictUtf8(inner)
  // Plain ASCII inside proves nothing: the odd byte at the end is then a letter of the code page.
  return text !== null && text.length < inner.length ? text : null
}

/** What a run of plain bytes looks like as UTF-16. Of text in any language, a run of this length is none. */
const narrowRun = /[\u0900-\u0aff\u0d00-\u0dff\u2000-\u7eff]{24,}/g
const isPlain = (byte: number) => (byte >= 0x20 && byte < 0x7f) || byte === 0x09 || byte === 0x0a || byte === 0x0d

/** PowerShell's `>` writes UTF-16; what another tool appends to the same file with `>>` stays as it was. */
const wide = (bytes: Uint8Array, encoding: 'utf16le' | 'utf16be'): string =>
  iconv.decode(bytes.subarray(0, bytes.length & ~1), encoding).replace(narrowRun, (run) => {
    const appended = iconv.encode(run, encoding)
    return appended.every(isPlain) ? appended.toString('latin1') : run
  })

const decode = (bytes: Uint8Array, codePage: number | null): string => {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return new TextDecoder('utf-8').decode(bytes)
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return wide(bytes, 'utf16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return wide(bytes, 'utf16be')
  const encoding = utf16WithoutMark(bytes)
  if (encoding !== null) return wide(bytes, encoding)
  return utf8(bytes) ?? iconv.decode(bytes, encodingOf(codePage ?? codePageByEvidence(bytes)))
}

/**
 * Text of a captured output. `codePage` is the machine's page for the tool that wrote it (ANSI for dsregcmd, OEM for
 * console tools); it only decides when the bytes are neither marked, nor UTF-16, nor valid UTF-8. null: not known.
 */
export const decodeText = (bytes: Uint8Array, codePage: number | null): string => {
  const text = decode(bytes, codePage)
  const unmarked = text.includes('\ufeff') ? text.replaceAll('\ufeff', '') : text
  const whole = unmarked.includes('\0') ? unmarked.replaceAll('\0', '') : unmarked
  // DOS ends a text with it, and `copy` keeps it.
  return whole.includes('\u001a') ? whole.replaceAll('\u001a', '') : whole
}
