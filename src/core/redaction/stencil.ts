import type { CaseKey } from './case-key.ts'
import type { Kind } from './kinds.ts'
import type { Originals } from './originals.ts'
import type { Span } from './redaction.ts'
import { isWellKnownGuid } from './well-known.ts'

/** An element with its ids cut out. Most new elements of a log differ in nothing else from one that was just there. */
export interface Stencil {
  /** As long as the element, so that every place in it is the same. */
  readonly text: string
  readonly ids: readonly Id[]
}

interface Id {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Stands for every id. It names nothing and is no id of Windows'. */
const blank = 'b1a4c000-0000-4000-8000-00000000b1a4'
/** Nothing that is searched for goes on across the characters around such an id. */
const standingAlone = /[\s{('"][0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?:[\s})'",]|\.(?:\s|$))/iy
/** How far into it its first line stands, with the character in front. */
const firstLine = 9

/** null: there is no id in it. */
export const stencilOf = (element: string): Stencil | null => {
  const ids: Id[] = []
  let [shown, copied] = ['', 0]
  for (let at = element.indexOf('-'); at >= 0; at = element.indexOf('-', at + 1)) {
    if (element[at + 5] !== '-' || element[at + 10] !== '-') continue
    standingAlone.lastIndex = at - firstLine
    const start = standingAlone.lastIndex + 1
    if (start <= 0 || !standingAlone.test(element)) continue
    const end = start + blank.length
    const text = element.slice(start, end)
    at = end
    if (isWellKnownGuid(text)) continue
    shown += element.slice(copied, start) + blank
    copied = end
    ids.push({ start, end, text })
  }
  return ids.length === 0 ? null : { text: shown + element.slice(copied), ids }
}

/** A known name that holds an id and more is missed where the id is cut out. */
export const needsIds = (name: string): boolean =>
  /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/i.test(name) && name.length > blank.length

/**
 * What stands for the names of an element, from what stands for those of its stencil; null where one does not follow
 * from the other, as where a token was made of the id and what is around it.
 */
export const filled = (
  spans: readonly Span[],
  ids: readonly Id[],
  { key, originals }: { readonly key: CaseKey; readonly originals: Originals },
): readonly Span[] | null => {
  const ofBlank = key.token('id', blank).slice('id'.length)
  let next = 0
  const made: Span[] = []
  for (const span of spans) {
    // Ids in front of the span were not replaced: only a name that was learnt would be.
    for (let id = ids[next]; id !== undefined && id.end <= span.start; id = ids[++next])
      if (originals.kindOf(id.text) !== null) return null
    const id = ids[next]
    if (id === undefined || id.start >= span.end) {
      made.push(span)
      continue
    }
    next++
    const place = span.token.indexOf(ofBlank)
    const [word] = /[a-z]*$/.exec(span.token.slice(0, Math.max(0, place))) ?? ['']
    const second = ids[next]
    if (word === '' || id.start < span.start || id.end > span.end || (second !== undefined && second.start < span.end))
      return null
    const kind = word === 'id' ? (originals.kindOf(id.text) ?? 'id') : (word as Kind)
    made.push({
      ...span,
      kind: span.kind === word ? kind : span.kind,
      token:
        span.token.slice(0, place - word.length) + key.token(kind, id.text) + span.token.slice(place + ofBlank.length),
    })
  }
  for (let id = ids[next]; id !== undefined; id = ids[++next]) if (originals.kindOf(id.text) !== null) return null
  return made
}
