import { apart, cutAt, elementsOf, firstAt, isNumbers, newElementMemory, together } from './elements.ts'
import type { Span } from './redaction.ts'
import type { Scanner } from './scan.ts'
import { type Found, spansByPart, withSpans } from './spans.ts'

/** What one element holds, and what it becomes; null: it stays as it is. */
interface Seen {
  readonly spans: readonly Span[]
  readonly shown: string | null
  readonly replaced: readonly Span[]
}

interface Whole extends Scanner {
  readonly found: (text: string) => Found
  /** Whether a name is known that may be missed when elements are looked through one by one. */
  readonly needsWholeText: () => boolean
  readonly version: () => number
}

const nothing: Seen = { spans: [], shown: null, replaced: [] }

/** The same scanner, but each element of an event is looked through once, however often it is repeated. */
export const scannerByElement = (whole: Whole): Scanner => {
  const memory = newElementMemory<Seen>(whole.version)

  /** Looked through on its own, in the context that it has in every event. */
  const seenAlone = (element: string, spans: readonly Span[]): Seen => {
    const replaced: Span[] = []
    const shown = whole.replaced(together([element]), (span) => replaced.push(span)).slice(firstAt, -firstAt)
    return { spans, shown, replaced }
  }

  /** Looks through all new elements at once: one long text is fast, many short ones are not. False: a name reaches across. */
  const lookThrough = (fresh: readonly string[]): boolean => {
    const { spans, overlap } = whole.found(together(fresh))
    const parts = spansByPart(fresh, firstAt, apart.length, spans)
    if (parts === null) return false
    for (const [index, element] of fresh.entries()) {
      const own = parts[index] ?? nothing.spans
      if (own.length === 0) memory.known.set(element, nothing)
      else if (overlap) memory.known.set(element, seenAlone(element, own))
      else memory.known.set(element, { spans: own, shown: withSpans(element, own), replaced: own })
    }
    return true
  }

  const cutUp = (text: string) => {
    const cut = whole.needsWholeText() ? null : elementsOf(text)
    if (cut === null) return null
    memory.next(text)
    const { elements } = cut
    const seen = elements.map((element) => memory.known.get(element) ?? (isNumbers(element) ? nothing : null))
    const fresh = new Set<string>()
    for (const [index, element] of elements.entries()) if (seen[index] === null) fresh.add(element)
    if (fresh.size > 0 && !lookThrough([...fresh])) return null
    return { ...cut, seen: seen.map((each, index) => each ?? memory.known.get(elements[index] ?? '') ?? nothing) }
  }

  return {
    spansIn: (text) => {
      const cut = cutUp(text)
      if (cut === null) return whole.spansIn(text)
      const { before, elements, after, seen } = cut
      const spans = [...whole.spansIn(before)]
      let at = before.length + 1
      for (const [index, element] of elements.entries()) {
        for (const span of seen[index]?.spans ?? []) spans.push({ ...span, start: at + span.start, end: at + span.end })
        at += element.length + cutAt.length
      }
      const rest = text.length - after.length
      for (const span of whole.spansIn(after)) spans.push({ ...span, start: rest + span.start, end: rest + span.end })
      return spans
    },
    replaced: (text, count) => {
      const cut = cutUp(text)
      if (cut === null) return whole.replaced(text, count)
      const { before, elements, after, seen } = cut
      const head = whole.replaced(before, count)
      const shown = elements.map((element, index) => seen[index]?.shown ?? element)
      for (const { replaced } of seen) for (const span of replaced) count(span)
      return `${head}<${shown.join(cutAt)}>${whole.replaced(after, count)}`
    },
  }
}
