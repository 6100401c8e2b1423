import type { Intent } from '../../shared/intent.ts'
import type { Report } from '../../shared/report.ts'
import type { RecordedMachine } from '../recording/recording.ts'
import type { Kind } from './kinds.ts'

/** A place in a text, and what stands there instead. */
export interface Span {
  readonly start: number
  readonly end: number
  readonly kind: Kind
  readonly token: string
}

export type Counts = Readonly<Partial<Record<Kind, number>>>

/** redaction.json: what was replaced, by kind and file; never the originals. */
export interface RedactionSummary {
  readonly format: 'pku2u-doctor/redaction@1'
  readonly caseKeyId: string
  readonly replaced: number
  readonly byKind: Counts
  readonly byFile: Readonly<Record<string, Counts>>
}

/** Something that should not be in a finished file. The original itself is never named. */
export interface Leak {
  readonly file: string
  readonly kind: Kind
  readonly count: number
}

/** Looks through finished files, in pieces of any size. */
export interface Gate {
  /** The next bytes of a file; pieces of one file come in order. */
  readonly scan: (file: string, chunk: Uint8Array) => void
  /** Ends every file and tells what was found; empty when the bundle may be saved. */
  readonly finish: () => readonly Leak[]
}

export interface Redactor {
  /** First pass, for each text that is not part of the machine: finds originals, so that every file loses all of them. */
  readonly learn: (text: string) => void
  /** The same for a file of any size. */
  readonly learnStream: (chunks: AsyncIterable<Uint8Array>) => Promise<void>
  /** Second pass: the recording with tokens. Registry keys that no check asks for are dropped; outputs become UTF-8. */
  readonly redactMachine: (machine: RecordedMachine) => RecordedMachine
  /** `file` is the name the counts stand under. */
  readonly redactText: (file: string, text: string) => string
  /** For event logs of any size; what comes out is UTF-8. */
  readonly redactStream: (file: string, chunks: AsyncIterable<Uint8Array>) => AsyncGenerator<Uint8Array>
  readonly redactIntent: (intent: Intent) => Intent
  readonly redactReport: (report: Report) => Report
  /** Where something would be replaced, without counting it; for a preview. */
  readonly spansIn: (text: string) => readonly Span[]
  readonly summary: () => RedactionSummary
  readonly gate: () => Gate
}
