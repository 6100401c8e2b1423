import type { Span } from './redaction.ts'

export interface Found {
  readonly spans: readonly Span[]
  /** Where two names stood across each other, so that a piece of one may be left. */
  readonly overlaps: readonly number[]
}

/** Without those, by place, in which a secret stands: whatever else it looks like, all of it goes first. */
const besideSecrets = (spans: readonly Span[], overlaps: number[]): readonly Span[] => {
  const secrets = spans.filter(({ kind }) => kind === 'secret')
  if (secrets.length === 0) return spans
  let next = 0
  return spans.filter((span) => {
    if (span.kind === 'secret') return true
    while ((secrets[next]?.end ?? Number.POSITIVE_INFINITY) <= span.start) next++
    const secret = secrets[next]
    if (secret === undefined || secret.start >= span.end) return true
    if (span.start < secret.start || span.end > secret.end) overlaps.push(span.start)
    return false
  })
}

/** Spans by place, without overlaps; of two at one place the longer one stays, but a secret before all. */
export const inOrder = (spans: Span[]): Found => {
  spans.sort((a, b) => a.start - b.start || b.end - a.end)
  const kept: Span[] = []
  let reached = -1
  const overlaps: number[] = []
  for (const span of besideSecrets(spans, overlaps))
    if (span.start >= reached) {
      kept.push(span)
      reached = span.end
    } else if (span.end > reached) overlaps.push(span.start)
  return { spans: kept, overlaps: overlaps.sort((a, b) => a - b) }
}

export const withSpans = (text: string, spans: readonly Span[]): string => {
  if (spans.length === 0) return text
  const parts: string[] = []
  let at = 0
  for (const { start, end, token } of spans) {
    parts.push(text.slice(at, start), token)
    at = end
  }
  parts.push(text.slice(at))
  return parts.join('')
}

/** What was found in one of several texts that were looked through as one; places are those in the text itself. */
export interface Part {
  readonly spans: readonly Span[]
  readonly overlaps: boolean
}

/**
 * Of each of several texts that were looked through as one: the first one starts at `first`, and `gap` characters stand
 * between two. null: a span reaches across.
 */
export const foundByPart = (
  parts: readonly string[],
  first: number,
  gap: number,
  { spans, overlaps }: Found,
): readonly Part[] | null => {
  const found: Part[] = []
  let [from, next, across] = [first, 0, 0]
  for (const part of parts) {
    const to = from + part.length
    const own: Span[] = []
    for (let span = spans[next]; span !== undefined && span.start < to; span = spans[++next]) {
      if (span.start < from || span.end > to) return null
      own.push({ ...span, start: span.start - from, end: span.end - from })
    }
    const before = across
    while ((overlaps[across] ?? to) < to) across++
    found.push({ spans: own, overlaps: across > before })
    from = to + gap
  }
  return next === spans.length ? found : null
}
