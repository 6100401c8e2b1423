import type { Replacement } from '../../shared/bundle-preview.ts'
import { decodeText } from '../readers/decode.ts'
import { codePageOf } from '../recording/open-recording.ts'
import type { Redactor, Span } from '../redaction/redaction.ts'
import { onlyAskedKeys } from '../redaction/registry-fields.ts'
import { newTextPieces } from '../redaction/text-pieces.ts'
import type { Gathered } from './gathered.ts'
import { followed, type Reading, sizeOfLogs } from './read-logs.ts'

/** A screenful of screenfuls; nobody reads more, and every one of them crosses to the window. */
const mostShown = 5000
/** What a whole text that was replaced by field begins with, or holds. */
const kindOfToken = /\b([a-z]+)-[0-9a-z]{10,}/

interface Tally {
  readonly add: (kind: string, original: string, token: string) => void
  readonly sorted: () => readonly Replacement[]
}

const newTally = (): Tally => {
  const found = new Map<string, Replacement>()
  return {
    add: (kind, original, token) => {
      const known = found.get(`${kind}\0${original}`)
      found.set(`${kind}\0${original}`, { kind, original, token, count: (known?.count ?? 0) + 1 })
    },
    sorted: () =>
      [...found.values()].sort((a, b) =>
        a.kind === b.kind ? (a.original < b.original ? -1 : 1) : a.kind < b.kind ? -1 : 1,
      ),
  }
}

/** The same JSON before and after: its texts in pairs. */
const textPairs = (before: unknown, after: unknown): readonly (readonly [string, string])[] => {
  if (typeof before === 'string') return typeof after === 'string' && before !== after ? [[before, after]] : []
  if (typeof before !== 'object' || before === null || typeof after !== 'object' || after === null) return []
  const others = new Map(Object.entries(after))
  return Object.entries(before).flatMap(([name, value]) => textPairs(value, others.get(name)))
}

const addSpans = (tally: Tally, text: string, spans: readonly Span[]): void => {
  for (const { start, end, kind, token } of spans) tally.add(kind, text.slice(start, end), token)
}

export interface PreviewedReplacements {
  readonly replacements: readonly Replacement[]
  readonly more: number
}

/** What would be replaced in what was gathered, by kind. The redactor has learnt the event logs; nothing is counted in it. */
export const previewOf = async (
  { machine, report, logs }: Gathered,
  redactor: Redactor,
  reading: Reading = {},
): Promise<PreviewedReplacements> => {
  const tally = newTally()
  const redacted = redactor.redactMachine(machine)
  // Fingerprints stay as they are.
  const { fingerprints: _, ...told } = report
  const before = [machine.machine, onlyAskedKeys(machine.registry), machine.journal, told]
  const after = [redacted.machine, redacted.registry, redacted.journal, redactor.redactReport(report)]
  for (const [original, token] of textPairs(before, after)) {
    const spans = redactor.spansIn(original)
    if (spans.length > 0) addSpans(tally, original, spans)
    else tally.add(kindOfToken.exec(token)?.[1] ?? 'id', original, token)
  }
  const texts = [
    ...machine.commands.map((command) =>
      decodeText(command.stdout ?? new Uint8Array(), codePageOf(command.id, machine.machine)),
    ),
    ...Object.values(machine.inputs),
  ]
  for (const text of texts) addSpans(tally, text, redactor.spansIn(text))
  const follow = followed(reading, sizeOfLogs(logs))
  for (const { open } of logs) {
    const pieces = newTextPieces()
    const look = (all: readonly string[]) => {
      for (const text of all) addSpans(tally, text, redactor.spansIn(text))
    }
    for await (const chunk of follow(open())) look(pieces.push(chunk))
    look(pieces.end())
  }
  const all = tally.sorted()
  return { replacements: all.slice(0, mostShown), more: Math.max(0, all.length - mostShown) }
}
