import type { VerdictState } from './report.ts'

export type PairState = 'go' | 'fix-client' | 'fix-server' | 'fix-both' | 'mismatch' | 'unknown'
export type PairSide = 'client' | 'server' | 'both'

export interface PairReason {
  readonly end: PairSide
  /** The id of a check, or `pair.…` for what only both ends together show. */
  readonly id: string
  readonly text: string
}

export interface PairedEnd {
  /** What this end says on its own. */
  readonly state: VerdictState
  /** What to do there, in order. */
  readonly next: readonly string[]
}

/** One verdict for a client and the server that it connects to. */
export interface PairVerdict {
  readonly verdict: { readonly state: PairState; readonly headline: string }
  readonly client: PairedEnd
  readonly server: PairedEnd
  /** Those that decide first. */
  readonly reasons: readonly PairReason[]
}
