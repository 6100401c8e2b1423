/** A file for somebody else’s PC, ready to be written. */
export interface ExportFile {
  readonly name: string
  /** Lines end in LF here and in CRLF on disk. */
  readonly text: string
  readonly encoding: Encoding
}

/** Windows PowerShell 5.1 reads a script without a mark in the ANSI code page, so text from outside needs `utf-8-bom`. */
export type Encoding = 'ascii' | 'utf-8-bom' | 'utf-16'

const bom = '\ufeff'

export const bytesOf = ({ text, encoding }: ExportFile): Uint8Array => {
  const lines = text.replaceAll('\n', '\r\n')
  if (encoding === 'utf-16') return Buffer.from(bom + lines, 'utf16le')
  return Buffer.from(encoding === 'utf-8-bom' ? bom + lines : lines, 'utf8')
}
