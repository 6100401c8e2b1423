import { longestDnsName } from './names.ts'

const isDigit = (code: number): boolean => code >= 48 && code <= 57
const isUpper = (code: number): boolean => code >= 65 && code <= 90
const isLower = (code: number): boolean => code >= 97 && code <= 122

/** Names of ten characters and more are found inside longer words, too. */
const longWithoutBoundary = 10
/** Names of six characters and more are found in words that are made of several: `ContosoBaseline`, `PC0417old`. */
const longInWords = 6

/** Chinese, Japanese and Korean are written without spaces: beside their letters any word may begin. */
const firstWithoutSpaces = 0x2e80

const isWordCode = (code: number): boolean =>
  isDigit(code) || isUpper(code) || isLower(code) || (code > 191 && code < firstWithoutSpaces)

/** Whether one word may end and the next one begin between two characters. */
const isSeam = (left: number, right: number): boolean =>
  !isWordCode(left) ||
  !isWordCode(right) ||
  (isLower(left) && isUpper(right)) ||
  (isDigit(left) && (isUpper(right) || isLower(right)))

/** Whether a name stands there by itself, and is no piece of another word or number. */
export const isFree = (text: string, start: number, end: number): boolean => {
  const [first, last] = [text.charCodeAt(start), text.charCodeAt(end - 1)]
  const [before, after] = [start > 0 ? text.charCodeAt(start - 1) : 32, end < text.length ? text.charCodeAt(end) : 32]
  if (end - start >= longWithoutBoundary)
    return !(isDigit(first) && isDigit(before)) && !(isDigit(last) && isDigit(after))
  if (end - start >= longInWords && isSeam(before, first) && isSeam(last, after)) return true
  const isEscaped = before > 90 && text[start - 2] === '\\' && 'nrtbf'.includes(text[start - 1] ?? ' ')
  return (!isWordCode(before) || isEscaped) && !isWordCode(after)
}

/** Behind a backslash or an `@` stands a part of a path or of an address: what follows it is a share or a folder. */
export const isPlaceOfAccount = (text: string, at: number): boolean => {
  let start = at
  while (start > 0 && at - start < 256 && /[\w.-]/.test(text[start - 1] ?? ' ')) start--
  return !/[\\@]/.test(text[start - 1] ?? ' ')
}

const isOfLabel = (text: string, at: number): boolean => /[\w-]/.test(text[at] ?? ' ')

/** Where the labels begin that stand in front of a domain, as in `pc-0417.corp.contoso.com`. */
export const startOfHost = (text: string, start: number, end: number): number => {
  let from = start
  while (from > 1 && end - from < longestDnsName && text[from - 1] === '.' && isOfLabel(text, from - 2)) {
    from -= 2
    while (from > 0 && end - from < longestDnsName && isOfLabel(text, from - 1)) from--
  }
  return from
}

const longestAccount = 64
const behindAccount = /[\s\\/:"'<>|,;=()[\]{}&%]/
/** The one of O'Rourke, not that of a quotation. */
const isApostrophe = (text: string, at: number): boolean => /^\p{L}'\p{L}$/u.test(text.slice(at - 1, at + 2))

/** Where the name of an account ends; the dot behind it ends a sentence. */
export const endOfAccount = (text: string, start: number): number => {
  let end = start
  while (
    end < text.length &&
    end - start < longestAccount &&
    (!behindAccount.test(text[end] ?? ' ') || isApostrophe(text, end))
  )
    end++
  while (end > start && text[end - 1] === '.') end--
  return end
}
