import { apart, elementsOf, firstAt, newElementMemory, together } from './elements.ts'
import type { Span } from './redaction.ts'
import type { Scanner } from './scan.ts'
import { type Found, spansByPart, withSpans } from './spans.ts'

/** What one element holds, and what it becomes. */
interface Seen {
  readonly spans: readonly Span[]
  readonly shown: string
  readonly replaced: readonly Span[]
}

interface Whole extends Scanner {
  readonly found: (text: string) => Found
  /** Whether a name is known that one element alone may not show. */
  readonly mayReachAcross: () => boolean
  readonly version: () => number
}

const nothing: readonly Span[] = []

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
  const learnNew = (elements: readonly string[]): boolean => {
    const fresh = [...new Set(elements.filter((element) => !memory.known.has(element)))]
    if (fresh.length === 0) return true
    const { spans, overlap } = whole.found(together(fresh))
    const parts = spansByPart(fresh, firstAt, apart.length, spans)
    if (parts === null) return false
    for (const [index, element] of fresh.entries()) {
      const own = parts[index] ?? nothing
      const seen =
        overlap && own.length > 0
          ? seenAlone(element, own)
          : { spans: own, shown: withSpans(element, own), replaced: own }
      memory.known.set(element, seen)
    }
    return true
  }

  const cutUp = (text: string) => {
    const cut = whole.mayReachAcross() ? null : elementsOf(text)
    if (cut === null) return null
    memory.next(text)
    if (!learnNew(cut.elements)) return null
    return { ...cut, seen: cut.elements.map((element) => memory.known.get(element)) }
  }

  return {
    spansIn: (text) => {
      const cut = cutUp(text)
      if (cut === null) return whole.spansIn(text)
      const { before, elements, after, seen } = cut
      const spans = [...whole.spansIn(before)]
      let at = before.length + 1
      for (const [index, element] of elements.entries()) {
        for (const span of seen[index]?.spans ?? nothing)
          spans.push({ ...span, start: at + span.start, end: at + span.end })
        at += element.length + 2
      }
      const rest = text.length - after.length
      for (const span of whole.spansIn(after)) spans.push({ ...span, start: rest + span.start, end: rest + span.end })
      return spans
    },
    replaced: (text, count) => {
      const cut = cutUp(text)
      if (cut === null) return whole.replaced(text, count)
      const { before, after, seen } = cut
      const head = whole.replaced(before, count)
      const shown: string[] = []
      for (const each of seen) {
        if (each === undefined) continue
        shown.push(each.shown)
        for (const span of each.replaced) count(span)
      }
      return `${head}<${shown.join('><')}>${whole.replaced(after, count)}`
    },
  }
}
