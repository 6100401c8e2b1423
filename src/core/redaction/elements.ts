import { formOfName } from './fields.ts'

/** What stands around the events of a text. */
export interface Around {
  readonly before: string
  readonly after: string
}

export const cutAt = '><'
/** As elements stand when they are looked through together; nothing that is searched for goes on across this. */
export const apart = '>\n<'

const opening = '<Event '
const closing = '</Event>'

/**
 * A text with events, as `wevtutil qe` writes them, is cut into elements between its first `<` and its last `>`. null:
 * there are no events in it, or something that may reach across elements.
 */
export const aroundEvents = (text: string): Around | null => {
  const start = text.indexOf(opening)
  // Dashes are everywhere, so the word is looked for first.
  if (start < 0 || (text.includes('BEGIN ') && text.includes('-----BEGIN '))) return null
  const last = text.lastIndexOf(closing)
  if (last < start) return null
  const end = last + closing.length
  return { before: text.slice(0, start), after: text.slice(end) }
}

const numbersOf = (mostHexDigits: number): RegExp =>
  new RegExp(
    `^(?:EventRecordID>\\d+</EventRecordID|TimeCreated SystemTime='[\\d-]{10}T[\\d:.]{8,18}Z'/|Execution ProcessID='\\d+' ThreadID='\\d+'/|Data Name='(?!\\w*(?:passw|pwd))\\w+'>0x[0-9a-f]{1,${mostHexDigits}}</Data)$`,
    'i',
  )
const numbers = numbersOf(8)
const numbersOrHandles = numbersOf(16)
/** A name of more digits than these may be one that is looked for. */
const count = /^Data Name='(?!\w*(?:passw|pwd))(\w+)'>\d{1,9}<\/Data$/i
/** Unless the name in front says that it is a person's or a computer's. */
const isCount = (element: string): boolean => {
  const [, name] = count.exec(element) ?? []
  return name !== undefined && formOfName(name) === null
}
/**
 * What is different in every event and names nobody: when it was, what number it has, the handles of its processes, counts
 * and ports.
 */
export const isNumbers = (element: string): boolean => numbers.test(element) || isCount(element)
/** The same with handles of any length: too short for a secret, but half of the longer ones may be a name in digits. */
export const isNumbersOrHandle = (element: string): boolean => numbersOrHandles.test(element) || isCount(element)

/** Text that ends with a `>` of its own, which Windows escapes and other programs may not, was cut off before its end. */
export const isCutShort = (element: string): boolean =>
  !element.startsWith('/') && element.includes('>') && !element.includes('</')

const correlation = /^Correlation(?: \w+='\{[0-9a-f-]{36}\}')*\/$/i
/** The ids of an operation, which are new with every other event. They are replaced, but they are names of nobody. */
export const isCorrelation = (element: string): boolean => correlation.test(element)

/** What says of the elements beside it what they are, so that it is never known well enough. */
export const speaksOfOthers = (element: string): boolean =>
  element.startsWith('Param3>') || element.endsWith('>Server Name</Data')

/** Names that are not found in one element alone, or that look like a time or a number. */
export const needsWholeText = (name: string): boolean =>
  name.includes(cutAt) || name.includes(apart) || /^[\dT:.Z-]{1,30}$/i.test(name)

/** Elements as one text, each of them whole; the first one starts at `firstAt`. */
export const together = (elements: readonly string[]): string => `<${elements.join(apart)}>`
export const firstAt = 1
