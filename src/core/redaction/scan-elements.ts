import type { CaseKey } from './case-key.ts'
import { type Cut, newElementMemory } from './element-memory.ts'
import { apart, firstAt, isCutShort, together } from './elements.ts'
import type { Span } from './redaction.ts'
import type { Scanner } from './scan.ts'
import { type Found, foundByPart, withSpans } from './spans.ts'
import { type Fill, type Stencil, stencilOf, type Template } from './stencil.ts'

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
  /** Whether nothing that is looked for stands in an element, by its form. */
  readonly isHarmless: (element: string) => boolean
  readonly fill: Fill
  /** Tells tokens of our own; null: there are none. */
  readonly key: CaseKey | null
}

interface Unseen {
  readonly index: number
  readonly element: string
  readonly stencil: Stencil | null
}

const nothing: Seen = { spans: [], shown: null, replaced: [], overlaps: false }
const notFollowing: Template = () => null
/** Code units of stencils that are remembered. */
const mostOfStencils = 4 * 1024 * 1024

const seenOf = (element: string, spans: readonly Span[]): Seen =>
  spans.length === 0 ? nothing : { spans, shown: withSpans(element, spans), replaced: spans, overlaps: false }

/** Without the text that it was cut out of, and no wider than its own letters: else all it is put into becomes wide. */
const ownCopy = (seen: Seen): Seen =>
  seen.shown === null ? seen : { ...seen, shown: Buffer.from(seen.shown).toString('utf8') }

/** The same scanner, but each element of an event is looked through once, however often it is repeated. */
export const scannerByElement = (whole: Look): Scanner => {
  const memory = newElementMemory<Seen>(whole.version)
  const templates = new Map<string, Template>()
  let [ofStencils, templatesFor] = [0, whole.version()]

  /** Looked through on its own, in the context that it has in every event. */
  const seenAlone = (element: string, spans: readonly Span[]): Seen => {
    const replaced: Span[] = []
    const shown = whole.replaced(together([element]), (span) => replaced.push(span)).slice(firstAt, -firstAt)
    return { spans, shown, replaced, overlaps: true }
  }

  /** Looks through all new elements at once: one long text is fast, many short ones are not. null: a name reaches across. */
  const lookThrough = (fresh: readonly string[]): ReadonlyMap<string, Seen> | null => {
    if (fresh.length === 0) return new Map()
    const parts = foundByPart(fresh, firstAt, apart.length, whole.found(together(fresh)))
    if (parts === null) return null
    return new Map(
      fresh.map((element, index) => {
        const { spans, overlaps } = parts[index] ?? nothing
        return [element, overlaps ? seenAlone(element, spans) : seenOf(element, spans)]
      }),
    )
  }

  const learnStencil = (stencil: Stencil, { spans, overlaps }: Seen): void => {
    templates.set(stencil.text, overlaps ? notFollowing : whole.fill(stencil, spans))
    ofStencils += stencil.text.length
  }

  const forgetStencils = (): void => {
    if (templatesFor === whole.version() && ofStencils < mostOfStencils) return
    templates.clear()
    ofStencils = 0
    templatesFor = whole.version()
  }

  /** What stands in each element of which nothing is kept. False: a name may reach across. */
  const seeTheRest = (text: string, { count, starts, ends, kept }: Cut<Seen>, withIds: boolean): boolean => {
    forgetStencils()
    const fresh = new Set<string>()
    const stencils = new Map<string, Stencil>()
    const unseen: Unseen[] = []
    for (let index = 0; index < count; index++) {
      if (kept[index] !== undefined) continue
      const element = text.slice(starts[index], ends[index])
      if (whole.isHarmless(element)) {
        kept[index] = nothing
        continue
      }
      if (isCutShort(element)) return false
      const stencil = withIds ? null : stencilOf(element, whole.key)
      if (stencil === null) fresh.add(element)
      else if (!templates.has(stencil.text)) stencils.set(stencil.text, stencil)
      unseen.push({ index, element, stencil })
    }
    const found = lookThrough([...fresh, ...stencils.keys()])
    if (found === null) return false
    for (const [looked, stencil] of stencils) learnStencil(stencil, found.get(looked) ?? nothing)
    const others: Unseen[] = []
    for (const each of unseen) {
      const { index, element, stencil } = each
      const spans = stencil === null ? null : templates.get(stencil.text)?.(stencil.ids)
      // An id that is new is seldom there again, so what was worked out for it is not kept.
      if (spans) kept[index] = seenOf(element, spans)
      else if (stencil === null) kept[index] = found.get(element)
      else others.push(each)
    }
    const alone = lookThrough([...new Set(others.map(({ element }) => element))])
    if (alone === null) return false
    for (const { index, element } of others) kept[index] = alone.get(element)
    for (const element of fresh) memory.keep(element, ownCopy(found.get(element) ?? nothing))
    for (const [element, seen] of alone) memory.keep(element, ownCopy(seen))
    return true
  }

  const cutUp = (text: string): Cut<Seen> | null => {
    const needs = whole.needs()
    const cut = needs.wholeText ? null : memory.cut(text)
    return cut !== null && seeTheRest(text, cut, needs.ids) ? cut : null
  }

  return {
    spansIn: (text) => {
      const cut = cutUp(text)
      if (cut === null) return whole.spansIn(text)
      const { before, after, count, starts, kept } = cut
      const spans = [...whole.spansIn(before)]
      for (let index = 0; index < count; index++) {
        const at = starts[index] ?? 0
        for (const span of kept[index]?.spans ?? []) spans.push({ ...span, start: at + span.start, end: at + span.end })
      }
      const rest = text.length - after.length
      for (const span of whole.spansIn(after)) spans.push({ ...span, start: rest + span.start, end: rest + span.end })
      return spans
    },
    replaced: (text, counted) => {
      const cut = cutUp(text)
      if (cut === null) return whole.replaced(text, counted)
      const { before, after, count, starts, ends, kept } = cut
      const parts = [whole.replaced(before, counted)]
      // What stays is copied in stretches as long as they are.
      let copied = before.length
      for (let index = 0; index < count; index++) {
        const { shown, replaced } = kept[index] ?? nothing
        if (shown === null) continue
        parts.push(text.slice(copied, starts[index]), shown)
        copied = ends[index] ?? copied
        for (const span of replaced) counted(span)
      }
      parts.push(text.slice(copied, text.length - after.length), whole.replaced(after, counted))
      return parts.join('')
    },
  }
}
