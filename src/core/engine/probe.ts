import type { Intent } from '../../shared/intent.ts'
import type { Result } from '../../shared/result.ts'
import type { CommandId, KeyPath, Recording } from '../recording/recording.ts'

/** Reads one probe of the same recording; every probe is read once, however many checks ask. */
export type Ask = <Fact>(probe: Probe<Fact>) => Result<Fact>

/** What a probe may look at. */
export interface ProbeContext {
  readonly recording: Recording
  readonly intent: Intent
  /** The moment dates are judged against. */
  readonly now: Date
  readonly ask: Ask
}

/** A question to a recording: what must have been collected, and how to read the answer. */
export interface Probe<Fact> {
  readonly id: string
  readonly commands?: readonly CommandId[]
  readonly keys?: readonly KeyPath[]
  /** Keys whose subkeys are wanted with their values, one level deep. */
  readonly trees?: readonly KeyPath[]
  /** Wants the other PC's listener to be asked over the network. */
  readonly asksTarget?: boolean
  /** Probes this one is made of; what they need is collected too. */
  readonly of?: readonly Probe<unknown>[]
  readonly read: (context: ProbeContext) => Result<Fact>
}

export const defineProbe = <Fact>(probe: Probe<Fact>): Probe<Fact> => probe
