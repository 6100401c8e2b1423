import { longLine } from './broken-lines.ts'
import { type CaseKey, tokenLength } from './case-key.ts'
import type { Pencil } from './field-token.ts'
import type { Kind } from './kinds.ts'
import type { Span } from './redaction.ts'
import { isGuid, isWellKnownGuid } from './well-known.ts'

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
  /** A token of our own stands for one in a finished bundle. */
  readonly isToken: boolean
}

/** Stands for every id. It names nothing and is no id of Windows'. */
const blank = 'b1a4c000-0000-4000-8000-00000000b1a4'
/** Where the first line stands in an id, and how long it is. */
const guidForm = { line: 8, length: blank.length }
const tokenForm = { line: 2, length: 'id-'.length + tokenLength }
/** Nothing that is searched for goes on across the characters around such an id. */
const before = /[\s{('"]/
const behind = /^(?:[\s})'",]|\.(?:\s|$))/

/** Whether the line that ends at this break may go on below it; a `\r` may stand in front. */
const goesOnBelow = (element: string, lineBreak: number): boolean =>
  lineBreak - element.lastIndexOf('\n', lineBreak - 1) >= longLine - 1
/** The break of a line right beside an id, with no more than a bracket and a `\r` between. */
const isBesideBreak = (element: string, start: number, end: number): boolean => {
  for (let at = start - 1; at >= start - 2; at--) if (element[at] === '\n' && goesOnBelow(element, at)) return true
  for (let at = end; at < end + 4; at++) if (element[at] === '\n' && goesOnBelow(element, at)) return true
  return false
}

const idAt = (element: string, line: number, key: CaseKey | null): Id | null => {
  const mayBeGuid = element[line + 5] === '-' && element[line + 10] === '-'
  if (!mayBeGuid && (key === null || element[line - 1] !== 'd' || element[line - 2] !== 'i')) return null
  const form = mayBeGuid ? guidForm : tokenForm
  const start = line - form.line
  const end = start + form.length
  if (!before.test(element[start - 1] ?? '') || !behind.test(element.slice(end, end + 2))) return null
  if (isBesideBreak(element, start, end)) return null
  const text = element.slice(start, end)
  const isId = mayBeGuid ? isGuid(text) && !isWellKnownGuid(text) : key?.isToken(text) === true
  return isId ? { start, end, text, isToken: !mayBeGuid } : null
}

/** null: there is no id in it. `key` tells tokens of our own; null: there are none. */
export const stencilOf = (element: string, key: CaseKey | null): Stencil | null => {
  const ids: Id[] = []
  let [shown, copied] = ['', 0]
  for (let at = element.indexOf('-'); at >= 0; at = element.indexOf('-', at + 1)) {
    const id = idAt(element, at, key)
    if (id === null) continue
    shown += element.slice(copied, id.start) + (id.isToken ? (key?.token('id', blank) ?? blank) : blank)
    copied = id.end
    at = id.end
    ids.push(id)
  }
  return ids.length === 0 ? null : { text: shown + element.slice(copied), ids }
}

/** A known name that holds an id and more is missed where the id is cut out. */
export const needsIds = (name: string): boolean =>
  /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/i.test(name) && name.length > blank.length

/** What stands in an element, worked out of its ids alone; null where it does not follow from them. */
export type Template = (ids: readonly Id[]) => readonly Span[] | null
/** From what was found in a stencil, a template for every element that has it. */
export type Fill = (stencil: Stencil, spans: readonly Span[]) => Template

const never: Template = () => null

interface Place {
  readonly span: Span
  /** Which of the ids stand in it. */
  readonly ids: readonly number[]
}

/** Each span with the ids in it; null: an id stands across the edge of one. */
const withIds = (spans: readonly Span[], ids: readonly Id[]) => {
  const places: Place[] = []
  const outside = new Set(ids.keys())
  for (const span of spans) {
    const held: number[] = []
    for (const [number, { start, end }] of ids.entries()) {
      if (span.end <= start || span.start >= end) continue
      if (span.start > start || span.end < end) return null
      held.push(number)
      outside.delete(number)
    }
    places.push({ span, ids: held })
  }
  return { places, outside: [...outside] }
}

/** For what is removed without regard to ids: it must not hold one. */
export const keptSpans: Fill = ({ ids }, spans) =>
  withIds(spans, ids)?.places.every((place) => place.ids.length === 0) === true ? () => spans : never

/** For names: what stands for an id is made of the id itself, and where a name around it was replaced it does not follow. */
export const filledSpans =
  ({ key, originals }: Pencil): Fill =>
  ({ ids }, spans) => {
    const placed = withIds(spans, ids)
    if (placed === null) return never
    const ofBlank = key.token('id', blank).slice('id'.length)
    const makers: ((ids: readonly Id[]) => Span)[] = []
    for (const { span, ids: held } of placed.places) {
      const [number, second] = held
      if (number === undefined) {
        makers.push(() => span)
        continue
      }
      const at = span.token.indexOf(ofBlank)
      const [word = ''] = at < 0 ? [] : (/[a-z]*$/.exec(span.token.slice(0, at)) ?? [])
      if (second !== undefined || ids[number]?.isToken !== false || word === '') return never
      const before = span.token.slice(0, at - word.length)
      const behind = span.token.slice(at + ofBlank.length)
      const { start, end } = span
      makers.push((own) => {
        const { text } = own[number] ?? { text: '' }
        const kind = word === 'id' ? (originals.kindOf(text) ?? 'id') : (word as Kind)
        const token = before + key.token(kind, text) + behind
        return { start, end, kind: span.kind === word ? kind : span.kind, token }
      })
    }
    // Ids that were not replaced stay, unless one is a name that was learnt.
    const stay = placed.outside.filter((number) => ids[number]?.isToken === false)
    return (own) =>
      stay.some((number) => originals.kindOf(own[number]?.text ?? '') !== null) ? null : makers.map((make) => make(own))
  }
