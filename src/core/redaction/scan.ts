import { type Automaton, automatonOf } from './automaton.ts'
import { tokenShape } from './case-key.ts'
import { isNumbers, needsWholeText } from './elements.ts'
import { encodedRunsIn } from './encoded-runs.ts'
import type { Pencil } from './field-token.ts'
import { endOfAccount, isFree, isPlaceOfAccount, startOfHost } from './name-edges.ts'
import type { Original } from './originals.ts'
import { patternSpans } from './patterns.ts'
import type { Span } from './redaction.ts'
import { type Needs, scannerByElement } from './scan-elements.ts'
import { removed, secretsIn } from './secrets.ts'
import { type Found, inOrder, withSpans } from './spans.ts'
import { type Spelling, spellingsOf } from './spellings.ts'
import { filledSpans, needsIds } from './stencil.ts'
import { escapedViews } from './views.ts'
import { isBuiltInAccount } from './well-known.ts'

/** Texts inside texts: percent signs in JSON in base64. Nobody goes deeper by accident. */
const deepest = 3

interface Searched extends Original {
  readonly spelling: Spelling
}

export interface Scanner {
  readonly spansIn: (text: string) => readonly Span[]
  readonly replaced: (text: string, count: (span: Span) => void) => string
}

/** A text that stands in another one in an encoded form, and what to do with the names in it. */
interface Inner {
  readonly text: string
  readonly found: (spans: readonly Span[]) => void
}

const azureAd = /(?:azuread|entraid|microsoftaccount)\\/i

/** What goes on below a break seldom starts with a capital letter, and a label or sentence does. */
const startsSentence = /^\p{Lu}\p{Ll}/u

/** No name reaches across this. */
const between = '\n \n'
const mostRounds = 3
/** Of a name made of several tokens, the first: with the digits that are left around it, the whole would read as a new name. */
const oneToken = (token: string): string => token.match(tokenShape)?.[0] ?? token

/** Finds every name in a text, in every form it can take, and what stands for it. */
export const scannerOf = (pencil: Pencil): Scanner => {
  const { key, names, originals } = pencil
  let automaton: Automaton<Searched> = automatonOf<Searched>([])
  let built = -1
  let needs: Needs = { wholeText: false, ids: false }
  const current = (): Automaton<Searched> => {
    if (built !== originals.version()) {
      built = originals.version()
      const searched = originals.searchable()
      automaton = automatonOf(
        spellingsOf(searched).map(({ original, spelling }) => ({
          text: spelling.text,
          value: { ...original, spelling },
        })),
      )
      // Addresses are found by their shape.
      const named = searched.filter(({ kind }) => kind !== 'address')
      needs = {
        wholeText: named.some(({ text }) => needsWholeText(text)),
        ids: named.some(({ text }) => needsIds(text)),
      }
    }
    return automaton
  }

  const originalSpans = (text: string, push: (span: Span) => void): void => {
    current().search(text, (start, end, { kind, spellings, text: original, spelling }) => {
      if (spelling.encoded) {
        if (spelling.exact === null || text.startsWith(spelling.exact, start))
          push({ start, end, kind, token: key.token(kind, original) })
        return
      }
      if (!isFree(text, start, end)) return
      const written = text.slice(start, end)
      // The NetBIOS name of a domain is often what its company is called.
      const isPlace = kind === 'host' || kind === 'domain' || kind === 'tenant'
      const startsAccount = text[end] === '\\' && isPlace && isPlaceOfAccount(text, start)
      if (spellings !== null && !spellings.has(written.normalize('NFC')) && !startsAccount) return
      if (startsAccount) accountSpan(text, end, push)
      if (kind === 'domain' || kind === 'host') {
        const from = written.includes('.') || kind === 'domain' ? startOfHost(text, start, end) : start
        const name = text.slice(from, start) + original
        const parts = name.split('.')
        if (from === start || !parts.some((part) => key.isToken(part)))
          push({
            start: from,
            end,
            kind,
            token: kind === 'host' || from < start ? names.host(name) : names.domain(name),
          })
        return
      }
      push({ start, end, kind, token: original.includes('@') ? names.upn(original) : key.token(kind, original) })
    })
    for (let at = text.search(azureAd); at >= 0; ) {
      const slash = text.indexOf('\\', at)
      accountSpan(text, slash, push)
      const rest = text.slice(slash).search(azureAd)
      at = rest < 0 ? -1 : slash + rest
    }
  }

  /** The name behind `CORP\`, with one backslash or the two of JSON. */
  const accountSpan = (text: string, slash: number, push: (span: Span) => void): void => {
    let start = slash
    while (text[start] === '\\') start++
    const end = endOfAccount(text, start)
    const name = text.slice(start, end)
    if (start - slash > 4 || name === '' || /^S-1-\d/i.test(name) || isBuiltInAccount(name) || key.isToken(name)) return
    const token = name.includes('@') ? names.upn(name) : names.person(name)
    if (token !== name) push({ start, end, kind: name.endsWith('$') ? 'host' : 'user', token })
  }

  const spansAt = (text: string, depth: number): Found => {
    const spans: Span[] = []
    const push = (span: Span) => spans.push(span)
    for (const { start, end } of secretsIn(text)) push({ start, end, kind: 'secret', token: removed })
    originalSpans(text, push)
    patternSpans(text, pencil, push)
    if (depth < deepest) innerSpans(text, depth, push)
    return inOrder(spans)
  }

  /** As a whole, or what stands behind one of its `@` and dots. */
  const isKnown = (name: string): boolean =>
    [0, ...Array.from(name.matchAll(/[@.]/g), ({ index }) => index + 1)].some(
      (start) => originals.kindOf(name.slice(start)) !== null,
    )

  /** A name that needs no replacing, or is known as it is, ends its line and is not the first half of one that goes on below. */
  const isWholeBeforeBreak = (found: string): boolean => {
    const end = found.indexOf('\n')
    const head = found.slice(0, Math.max(0, end)).trimEnd()
    if (head === '') return false
    const below = found.slice(end + 1)
    const endsKnown = startsSentence.test(below) && isKnown(head) && !isKnown(head + below)
    return names.host(head) === head || endsKnown
  }

  /** What stands in the text in another form. All of it is looked through at once: one long text is fast, many short ones are not. */
  const innerSpans = (text: string, depth: number, push: (span: Span) => void): void => {
    const inner: Inner[] = []
    for (const view of escapedViews(text))
      inner.push({
        text: view.text,
        found: (spans) => {
          for (const { start, end, kind, token } of spans)
            if (view.isEscaped(start, end)) {
              const [from, to] = [view.sourceOf(start), view.sourceOf(end)]
              if (!isWholeBeforeBreak(text.slice(from, to))) push({ start: from, end: to, kind, token })
            }
        },
      })
    const { wholes, stretches } = encodedRunsIn(text)
    for (const { start, end, text: decoded, encode } of wholes)
      inner.push({
        text: decoded,
        found: (spans) => push({ start, end, kind: spans[0]?.kind ?? 'id', token: encode(withSpans(decoded, spans)) }),
      })
    for (const { start, end, text: decoded } of stretches)
      inner.push({
        text: decoded,
        found: ([first]) => {
          if (first !== undefined) push({ start, end, kind: first.kind, token: oneToken(first.token) })
        },
      })
    if (inner.length === 0) return
    const { spans } = spansAt(inner.map(({ text: part }) => part).join(between), depth + 1)
    let [from, next] = [0, 0]
    for (const { text: part, found } of inner) {
      const to = from + part.length
      const own: Span[] = []
      for (let span = spans[next]; span !== undefined && span.start < to; span = spans[++next])
        if (span.start >= from && span.end <= to) own.push({ ...span, start: span.start - from, end: span.end - from })
      if (own.length > 0) found(own)
      from = to + between.length
    }
  }

  return scannerByElement({
    key,
    fill: filledSpans(pencil),
    found: (text: string) => spansAt(text, 0),
    needs: () => {
      current()
      return needs
    },
    version: originals.version,
    isHarmless: isNumbers,
    spansIn: (text: string) => spansAt(text, 0).spans,
    replaced: (text: string, count: (span: Span) => void) => {
      let shown = text
      for (let round = 0; round < mostRounds; round++) {
        const { spans, overlaps } = spansAt(shown, 0)
        for (const span of spans) count(span)
        shown = withSpans(shown, spans)
        // What is left over where two names overlapped shows up in the next round.
        if (overlaps.length === 0) break
      }
      return shown
    },
  })
}
