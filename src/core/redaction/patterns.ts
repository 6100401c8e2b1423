import type { Pencil } from './field-token.ts'
import { digitFinders } from './find-digits.ts'
import { fieldFinders } from './find-fields.ts'
import { shapeFinders } from './find-shapes.ts'
import type { Put } from './finder.ts'
import type { Span } from './redaction.ts'

const finders = [...digitFinders, ...shapeFinders, ...fieldFinders]

/** Everything that looks like a name of something, by its own shape or by what stands beside it. */
export const patternSpans = (text: string, pencil: Pencil, push: (span: Span) => void): void => {
  const put: Put = (start, end, found) => {
    if (found !== null && found.token !== text.slice(start, end)) push({ start, end, ...found })
  }
  for (const find of finders) find(text, pencil, put)
}
