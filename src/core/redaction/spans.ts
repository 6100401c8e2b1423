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
