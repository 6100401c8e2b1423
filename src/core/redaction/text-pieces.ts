/** Cuts a stream of bytes into texts that can be searched one by one: no name stands across a cut. */
export interface TextPieces {
  /** Texts that are complete now. */
  readonly push: (bytes: Uint8Array) => readonly string[]
  /** What is left. */
  readonly end: () => readonly string[]
}

const pieceBytes = 64 * 1024
/** A text without any line or mark to cut at is cut here all the same. */
const mostHeld = 256 * pieceBytes
const marks = ['\n', '>', '\0', ';', ',', ' '].map((mark) => mark.charCodeAt(0))

const wideEncodingOf = (bytes: Uint8Array): string | null =>
  bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
const byteOrderMark = Buffer.from('\ufeff')
/** null: there is nothing more. */
type ToUtf8 = (bytes: Uint8Array | null) => Uint8Array
const toUtf8For = (first: Uint8Array): ToUtf8 => {
  const encoding = wideEncodingOf(first)
  if (encoding === null) return (bytes) => bytes ?? new Uint8Array()
  const wide = new TextDecoder(encoding)
  const encoder = new TextEncoder()
  return (bytes) => encoder.encode(bytes === null ? wide.decode() : wide.decode(bytes, { stream: true }))
}

const isInsideLetter = (byte: number | undefined): boolean => byte !== undefined && (byte & 0xc0) === 0x80

/** Behind the last line; else behind the last mark that no name holds. */
const cutIn = (bytes: Buffer): number => {
  for (const mark of marks) {
    const at = bytes.lastIndexOf(mark)
    if (at >= 0) return at + 1
  }
  if (bytes.length <= mostHeld) return 0
  // In front of the last letter, of which a part may be missing.
  let cut = bytes.length - 1
  while (cut > bytes.length - 4 && isInsideLetter(bytes[cut])) cut--
  return cut
}

/**
 * Everything is held as UTF-8 and becomes text only when it is whole: the rest of a text keeps the width of its letters,
 * and one letter that needs two bytes would make all that comes behind it twice as long.
 */
export const newTextPieces = (): TextPieces => {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  let toUtf8: ToUtf8 | null = null
  let held: Uint8Array[] = []
  let length = 0

  const hold = (bytes: Uint8Array): void => {
    held.push(bytes)
    length += bytes.length
  }
  const take = (): Buffer => {
    const all = Buffer.concat(held, length)
    held = []
    length = 0
    return all
  }
  const start = (): ToUtf8 => {
    const first = take()
    const converted = toUtf8For(first)
    const bytes = converted(first)
    const marked = byteOrderMark.equals(bytes.subarray(0, byteOrderMark.length))
    hold(marked ? bytes.subarray(byteOrderMark.length) : bytes)
    return converted
  }

  return {
    push: (chunk) => {
      const texts: string[] = []
      for (let at = 0; at < chunk.length; at += pieceBytes) {
        const part = chunk.subarray(at, at + pieceBytes)
        hold(toUtf8 === null ? part : toUtf8(part))
        if (toUtf8 === null && length >= byteOrderMark.length) toUtf8 = start()
        if (length < pieceBytes) continue
        const all = take()
        const cut = cutIn(all)
        hold(all.subarray(cut))
        if (cut > 0) texts.push(decoder.decode(all.subarray(0, cut)))
      }
      return texts
    },
    end: () => {
      hold((toUtf8 ?? start())(null))
      const rest = decoder.decode(take())
      return rest === '' ? [] : [rest]
    },
  }
}
