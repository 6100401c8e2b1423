/** A text that holds events, as `wevtutil qe` writes them, cut into their elements. */
export interface Elements {
  readonly before: string
  /** Without the `>` and the `<` that they were cut between. */
  readonly elements: readonly string[]
  readonly after: string
}

export const cutAt = '><'
/** As elements stand when they are looked through together; nothing that is searched for goes on across this. */
export const apart = '>\n<'

const opening = '<Event '
const closing = '</Event>'

/** null: there are no events in the text, or something in it that may reach across elements. */
export const elementsOf = (text: string): Elements | null => {
  const start = text.indexOf(opening)
  if (start < 0 || text.includes('-----BEGIN ')) return null
  const end = text.lastIndexOf(closing) + closing.length
  if (end <= start) return null
  return {
    before: text.slice(0, start),
    elements: text.slice(start + 1, end - 1).split(cutAt),
    after: text.slice(end),
  }
}

const numbers =
  /^(?:EventRecordID>\d+<\/EventRecordID|TimeCreated SystemTime='[\d-]{10}T[\d:.]{8,18}Z'\/|Execution ProcessID='\d+' ThreadID='\d+'\/|Data Name='\w+'>0x[0-9a-f]{1,8}<\/Data)$/i
/** What is different in every event and names nobody: when it was, what number it has, the handles of its processes. */
export const isNumbers = (element: string): boolean => numbers.test(element)

/** Names that are not found in one element alone, or that look like a time or a number. */
export const needsWholeText = (name: string): boolean =>
  name.includes(cutAt) || name.includes(apart) || /^[\dT:.Z-]{1,30}$/i.test(name)

/** Elements as one text, each of them whole; the first one starts at `firstAt`. */
export const together = (elements: readonly string[]): string => `<${elements.join(apart)}>`
export const firstAt = 1

/** Elements are parts of texts that they keep alive, so all of them are forgotten after this many characters. */
const mostText = 4 * 1024 * 1024

/** What was worked out of the elements of the last texts. Events say the same over and over; only numbers and times differ. */
export interface ElementMemory<T> {
  readonly known: Map<string, T>
  /** To be called for each text, before it is looked up. */
  readonly next: (text: string) => void
}

/** All is forgotten when `version` changes. */
export const newElementMemory = <T>(version: () => number = () => 0): ElementMemory<T> => {
  const known = new Map<string, T>()
  let length = 0
  let madeFor = version()
  return {
    known,
    next: (text) => {
      length += text.length
      if (length <= mostText && madeFor === version()) return
      known.clear()
      length = text.length
      madeFor = version()
    },
  }
}
