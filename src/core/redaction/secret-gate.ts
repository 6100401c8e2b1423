import { isNumbersOrHandle } from './elements.ts'
import { encodedRunsIn } from './encoded-runs.ts'
import { newGate } from './gate.ts'
import type { Gate, Span } from './redaction.ts'
import { scannerByElement } from './scan-elements.ts'
import { removed, secretsIn } from './secrets.ts'
import { inOrder, withSpans } from './spans.ts'
import { keptSpans } from './stencil.ts'
import { escapedViews } from './views.ts'

/** Secrets behind percent signs in JSON in base64; nobody goes deeper by accident. */
const deepest = 3

const secret = (start: number, end: number): Span => ({ start, end, kind: 'secret', token: removed })

/** The places are those of the text they were found in, which may stand in another one in an encoded form. */
const secretSpans = (text: string, depth: number): readonly Span[] => {
  const plain = secretsIn(text).map(({ start, end }) => secret(start, end))
  if (depth === deepest) return plain
  const escaped = escapedViews(text).flatMap((view) =>
    secretSpans(view.text, depth + 1).filter(({ start, end }) => view.isEscaped(start, end)),
  )
  const { wholes, stretches } = encodedRunsIn(text)
  return [...plain, ...escaped, ...[...wholes, ...stretches].flatMap((run) => secretSpans(run.text, depth + 1))]
}

const secretsOf = (text: string): readonly Span[] => secretSpans(text, 0)

/** For a bundle in which names stay: tokens, cookies, keys and passwords must not be in it either. */
export const newSecretGate = (): Gate => {
  const scanner = scannerByElement({
    key: null,
    fill: keptSpans,
    found: (text) => inOrder([...secretsOf(text)]),
    needs: () => ({ wholeText: false, ids: false }),
    version: () => 0,
    isHarmless: isNumbersOrHandle,
    spansIn: secretsOf,
    replaced: (text) => withSpans(text, secretsOf(text)),
  })
  return newGate(scanner.spansIn)
}
