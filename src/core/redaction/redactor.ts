import type { Intent } from '../../shared/intent.ts'
import type { Report } from '../../shared/report.ts'
import type { RecordedMachine } from '../recording/recording.ts'
import type { CaseKey } from './case-key.ts'
import { commonWords } from './common-words.ts'
import { tokenOf } from './field-token.ts'
import type { Form } from './fields.ts'
import { newGate } from './gate.ts'
import type { Kind } from './kinds.ts'
import { learnJson, learnText } from './learn.ts'
import { learnerOf } from './learn-elements.ts'
import { learnMachine } from './learn-machine.ts'
import { namesUnder } from './names.ts'
import { newOriginals } from './originals.ts'
import { type Rewriter, redactRecording } from './redact-machine.ts'
import type { Counts, Redactor } from './redaction.ts'
import { rewriteJson } from './rewrite-json.ts'
import { scannerOf } from './scan.ts'
import { newTextPieces } from './text-pieces.ts'

export interface RedactorOptions {
  readonly key: CaseKey
  readonly machine: RecordedMachine
  readonly intent: Intent
  readonly report?: Report
}

/**
 * Redacts one case. First pass: `learn` every text beside the machine. Second pass: the `redact…` calls. At last the gate
 * looks through the finished files with the same eyes, and with those for secrets.
 */
export const createRedactor = ({ key, machine, intent, report }: RedactorOptions): Redactor => {
  const originals = newOriginals(commonWords(), key.isToken)
  const names = namesUnder(key, originals)
  const pencil = { key, names, originals }
  const scanner = scannerOf(pencil)
  learnMachine(machine, intent, originals)
  if (report !== undefined) learnJson(report.facts, originals)

  const counted = new Map<string, Map<Kind, number>>()
  const count = (file: string, kind: Kind, number = 1): void => {
    const ofFile = counted.get(file) ?? new Map<Kind, number>()
    ofFile.set(kind, (ofFile.get(kind) ?? 0) + number)
    counted.set(file, ofFile)
  }
  const text = (file: string, written: string): string => {
    const found = new Map<Kind, number>()
    const shown = scanner.replaced(written, ({ kind }) => found.set(kind, (found.get(kind) ?? 0) + 1))
    for (const [kind, number] of found) count(file, kind, number)
    return shown
  }
  const field = (file: string, form: Form, written: string): string => {
    const found = tokenOf(form, written, pencil)
    if (found === null) return text(file, written)
    count(file, found.kind)
    return found.token
  }
  const json: Rewriter['json'] = (file, value) =>
    rewriteJson(value, { text: (each) => text(file, each), field: (form, each) => field(file, form, each) })
  const rewriter: Rewriter = { text, field, json, count }

  const redactIntent = (asked: Intent, file = 'report.json'): Intent => ({
    ...asked,
    account: asked.account === null ? null : field(file, 'upn', asked.account),
    peer: asked.peer === null ? null : field(file, 'host', asked.peer),
    domain: asked.domain === null ? null : field(file, 'domain', asked.domain),
  })

  return {
    learn: (other) => learnText(other, originals),
    learnStream: async (chunks) => {
      const pieces = newTextPieces()
      const learnPiece = learnerOf(originals)
      for await (const chunk of chunks) for (const piece of pieces.push(chunk)) learnPiece(piece)
      for (const piece of pieces.end()) learnPiece(piece)
    },
    redactMachine: (data) => redactRecording(data, rewriter),
    redactText: text,
    redactStream: async function* (file, chunks) {
      const encoder = new TextEncoder()
      const pieces = newTextPieces()
      for await (const chunk of chunks) for (const piece of pieces.push(chunk)) yield encoder.encode(text(file, piece))
      for (const piece of pieces.end()) yield encoder.encode(text(file, piece))
    },
    redactIntent: (asked) => redactIntent(asked),
    redactReport: (given) => ({ ...json('report.json', given), intent: redactIntent(given.intent) }),
    spansIn: scanner.spansIn,
    summary: () => {
      const byFile = Object.fromEntries(
        [...counted].sort(([a], [b]) => (a < b ? -1 : 1)).map(([file, ofFile]) => [file, countsOf(ofFile)]),
      )
      const all = new Map<Kind, number>()
      for (const ofFile of counted.values())
        for (const [kind, number] of ofFile) all.set(kind, (all.get(kind) ?? 0) + number)
      return {
        format: 'pku2u-doctor/redaction@1',
        caseKeyId: key.id,
        replaced: [...all.values()].reduce((sum, number) => sum + number, 0),
        byKind: countsOf(all),
        byFile,
      }
    },
    gate: () => newGate(scanner.spansIn),
  }
}

const countsOf = (numbers: ReadonlyMap<Kind, number>): Counts =>
  Object.fromEntries([...numbers].sort(([a], [b]) => (a < b ? -1 : 1)))
