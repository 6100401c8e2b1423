/** Cuts a stream of bytes into texts that can be searched one by one: no name stands across a cut. */
export interface TextPieces {
  /** Texts that are complete now. */
  readonly push: (bytes: Uint8Array) => readonly string[]
  /** What is left. */
  readonly end: () => readonly string[]
}

const pieceSize = 64 * 1024
/** A text without any line or mark to cut at is cut here all the same. */
const mostHeld = 64 * pieceSize

const encodingOf = (bytes: Uint8Array): string =>
  bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'

/** Behind the last line; else behind the last mark that no name holds. */
const cutIn = (text: string): number => {
  for (const mark of ['\n', '>', '\0', ';', ',', ' ']) {
    const at = text.lastIndexOf(mark)
    if (at >= 0) return at + 1
  }
  return text.length > mostHeld ? text.length : 0
}

export const newTextPieces = (): TextPieces => {
  let decoder: InstanceType<typeof TextDecoder> | null = null
  let first: Uint8Array = new Uint8Array()
  let held: string[] = []
  let length = 0
  return {
    push: (chunk) => {
      const bytes = first.length === 0 ? chunk : Buffer.concat([first, chunk])
      first = decoder === null && bytes.length < 2 ? bytes : new Uint8Array()
      if (first.length > 0) return []
      decoder ??= new TextDecoder(encodingOf(bytes))
      const text = decoder.decode(bytes, { stream: true })
      held.push(text)
      length += text.length
      if (length < pieceSize) return []
      const all = held.join('')
      const cut = cutIn(all)
      held = [all.slice(cut)]
      length = all.length - cut
      return cut === 0 ? [] : [all.slice(0, cut)]
    },
    end: () => {
      const rest = held.join('') + (decoder ?? new TextDecoder()).decode(first)
      held = []
      length = 0
      return rest === '' ? [] : [rest]
    },
  }
}
