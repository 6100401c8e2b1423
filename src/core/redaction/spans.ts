import type { Span } from './redaction.ts'

export interface Found {
  readonly spans: readonly Span[]
  /** Two names stood across each other, so that a piece of one may be left. */
  readonly overlap: boolean
}

/** Spans by place, without overlaps; of two at one place the longer one stays. */
export const inOrder = (spans: Span[]): Found => {
  spans.sort((a, b) => a.start - b.start || b.end - a.end)
  const kept: Span[] = []
  let reached = -1
  let overlap = false
  for (const span of spans)
    if (span.start >= reached) {
      kept.push(span)
      reached = span.end
    } else if (span.end > reached) overlap = true
  return { spans: kept, overlap }
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

/**
 * The spans of each of several texts that were looked through as one, by their places in it; the first one starts at
 * `first`, and `gap` characters stand between two. null: a span reaches across.
 */
export const spansByPart = (
  parts: readonly string[],
  first: number,
  gap: number,
  spans: readonly Span[],
): readonly (readonly Span[])[] | null => {
  const found: (readonly Span[])[] = []
  let [from, next] = [first, 0]
  for (const part of parts) {
    const to = from + part.length
    const own: Span[] = []
    for (let span = spans[next]; span !== undefined && span.start < to; span = spans[++next]) {
      if (span.start < from || span.end > to) return null
      own.push({ ...span, start: span.start - from, end: span.end - from })
    }
    found.push(own)
    from = to + gap
  }
  return next === spans.length ? found : null
}
