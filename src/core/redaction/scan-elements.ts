import type { CaseKey } from './case-key.ts'
import { apart, cutAt, type Elements, elementsOf, firstAt, isNumbers, newElementMemory, together } from './elements.ts'
import type { Span } from './redaction.ts'
import type { Scanner } from './scan.ts'
import { type Found, foundByPart, withSpans } from './spans.ts'
import { type Fill, type Stencil, stencilOf } from './stencil.ts'

/** What one element holds, and what it becomes; null: it stays as it is. */
interface Seen {
  readonly spans: readonly Span[]
  readonly shown: string | null
  readonly replaced: readonly Span[]
  /** Names stood across each other in it, so that it took more than one look. */
  readonly overlaps: boolean
}

export interface Needs {
  readonly wholeText: boolean
  readonly ids: boolean
}

/** How a text is looked through where nothing of it was seen before. */
interface Look extends Scanner {
  readonly found: (text: string) => Found
  /** What each known name asks for: that elements are looked through together, or with their ids in them. */
  readonly needs: () => Needs
  readonly version: () => number
  readonly fill: Fill
  /** Tells tokens of our own; null: there are none. */
  readonly key: CaseKey | null
}

const nothing: Seen = { spans: [], shown: null, replaced: [], overlaps: false }

/** The same scanner, but each element of an event is looked through once, however often it is repeated. */
export const scannerByElement = (whole: Look): Scanner => {
  const memory = newElementMemory<Seen>(whole.version)

  /** Looked through on its own, in the context that it has in every event. */
  const seenAlone = (element: string, spans: readonly Span[]): Seen => {
    const replaced: Span[] = []
    const shown = whole.replaced(together([element]), (span) => replaced.push(span)).slice(firstAt, -firstAt)
    return { spans, shown, replaced, overlaps: true }
  }

  const seenOf = (element: string, spans: readonly Span[]): Seen =>
    spans.length === 0 ? nothing : { spans, shown: withSpans(element, spans), replaced: spans, overlaps: false }

  /** Looks through all new elements at once: one long text is fast, many short ones are not. False: a name reaches across. */
  const lookThrough = (fresh: readonly string[]): boolean => {
    if (fresh.length === 0) return true
    const parts = foundByPart(fresh, firstAt, apart.length, whole.found(together(fresh)))
    if (parts === null) return false
    for (const [index, element] of fresh.entries()) {
      const { spans, overlaps } = parts[index] ?? nothing
      memory.known.set(element, overlaps ? seenAlone(element, spans) : seenOf(element, spans))
    }
    return true
  }

  /** Out of what its stencil holds; null where that is not enough. */
  const seenBy = (element: string, { text, ids }: Stencil): Seen | null => {
    const seen = memory.known.get(text)
    const spans = seen === undefined || seen.overlaps ? null : whole.fill(seen.spans, ids)
    return spans === null ? null : seenOf(element, spans)
  }

  /** What each element holds; null: a name reaches across. */
  const seenIn = (elements: readonly string[], withIds: boolean): readonly Seen[] | null => {
    const seen = new Array<Seen>(elements.length).fill(nothing)
    const fresh = new Set<string>()
    const unseen: (readonly [index: number, element: string, stencil: Stencil | null])[] = []
    elements.forEach((element, index) => {
      const known = memory.known.get(element)
      if (known !== undefined) seen[index] = known
      else if (!isNumbers(element)) {
        const stencil = withIds ? null : stencilOf(element, whole.key)
        const looked = stencil?.text ?? element
        if (!memory.known.has(looked)) fresh.add(looked)
        unseen.push([index, element, stencil])
      }
    })
    if (!lookThrough([...fresh])) return null
    const others: (readonly [index: number, element: string])[] = []
    for (const [index, element, stencil] of unseen) {
      // An id that is new is seldom there again, so what was worked out for it is not kept.
      const own = stencil === null ? memory.known.get(element) : seenBy(element, stencil)
      if (own) seen[index] = own
      else others.push([index, element])
    }
    if (!lookThrough([...new Set(others.map(([, element]) => element))])) return null
    for (const [index, element] of others) seen[index] = memory.known.get(element) ?? nothing
    return seen
  }

  const cutUp = (text: string): (Elements & { readonly seen: readonly Seen[] }) | null => {
    const needs = whole.needs()
    const cut = needs.wholeText ? null : elementsOf(text)
    if (cut === null) return null
    memory.next(text)
    const seen = seenIn(cut.elements, needs.ids)
    return seen === null ? null : { ...cut, seen }
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
      const parts = [whole.replaced(before, count)]
      // What stays is copied in stretches as long as they are.
      let [at, copied] = [before.length + 1, before.length]
      elements.forEach(({ length }, index) => {
        const { shown, replaced } = seen[index] ?? nothing
        if (shown !== null) {
          parts.push(text.slice(copied, at), shown)
          copied = at + length
          for (const span of replaced) count(span)
        }
        at += length + cutAt.length
      })
      parts.push(text.slice(copied, text.length - after.length), whole.replaced(after, count))
      return parts.join('')
    },
  }
}
