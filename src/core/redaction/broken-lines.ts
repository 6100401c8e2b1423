import { splitKnown } from '../readers/dsregcmd-lines.ts'
import { tokenShape } from './case-key.ts'

interface Break {
  readonly start: number
  readonly end: number
}

/** A line of at least this length may have been broken by a narrow console window. */
export const longLine = 70
/** A key and the colon behind it. */
const mostOfField = 62
const oneLine = /^[^\r\n<>]*$/
/** A line that ends in a token became long because of it: nothing broke it. */
const endsInToken = new RegExp(String.raw`${tokenShape}[^\p{L}\p{N}]{0,8}$`, 'u')
const mostOfToken = 32
const goesOn = /[^\s<+|]/

/** No rest of a line starts like a field of dsregcmd. */
const isField = (source: string, start: number): boolean => {
  const head = source.slice(start, start + mostOfField)
  return head.includes(':') && splitKnown(head.split(/[\r\n]/, 1)[0] ?? '') !== null
}

/**
 * The breaks of lines that were broken. As a part of the expression for escapes they would make all of it slow on older
 * engines.
 */
export const brokenLines = (source: string): readonly Break[] => {
  const found: Break[] = []
  for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) {
    let start = at
    while (source[start - 1] === '\r') start--
    // Behind `=` it is an escape.
    if (source[start - 1] === '=') continue
    if (
      start >= longLine &&
      goesOn.test(source[at + 1] ?? ' ') &&
      oneLine.test(source.slice(start - longLine, start)) &&
      !endsInToken.test(source.slice(start - mostOfToken, start)) &&
      !isField(source, at + 1)
    )
      found.push({ start, end: at + 1 })
  }
  return found
}
