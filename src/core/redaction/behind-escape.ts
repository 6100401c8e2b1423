/** What an escape may stand for and a name never holds, so that the name starts behind it. */
const isMark = (code: number): boolean => code < 128 && !/[\w.+$'~!#&%-]/.test(String.fromCharCode(code))
/** `&` and `'`, which PowerShell's `ConvertTo-Json` escapes, may be parts of an address, but seldom begin one. */
const isQuoting = (code: number): boolean => code === 0x26 || code === 0x27
const bytesAt = /%([0-9a-f]{2})/gi
const longestEscape = 6

const codeOf = (digits: string | undefined): number => Number.parseInt(digits ?? '', 16)
const standsAlone = (code: number): boolean => isMark(code) || isQuoting(code)

/**
 * Where a name begins that was found from `start` on, when the end of an escape looks like its first letters:
 * `\u003cadele@…`, `%2Fpc-0417.…`. A single letter or two digits may well belong to it, unless what is behind is known.
 */
export const behindEscape = (text: string, start: number, end: number, isKnown: (name: string) => boolean): number => {
  let from = start
  const before = text[start - 1]
  if (before === '\\') {
    const [written = '', wide, narrow] =
      /^(?:u([0-9a-f]{4})|x([0-9a-f]{2}))/i.exec(text.slice(start, start + longestEscape)) ?? []
    if (written !== '' && standsAlone(codeOf(wide ?? narrow))) from = start + written.length
    else if (/[nrtbf]/.test(text[start] ?? '') && text[start - 2] !== '\\' && isKnown(text.slice(start + 1, end)))
      from = start + 1
  } else if (before === '%' || before === '=') {
    const digits = /^[0-9a-f]{2}/i.exec(text.slice(start, start + 2))?.[0]
    if (digits !== undefined && standsAlone(codeOf(digits)) && (before === '%' || isKnown(text.slice(start + 2, end))))
      from = start + 2
  }
  const name = text.slice(from, end)
  if (name.includes('%'))
    for (const { index, 0: bytes, 1: digits } of name.matchAll(bytesAt))
      if (standsAlone(codeOf(digits))) from = end - name.length + index + bytes.length
  return from < end ? from : start
}
