import type { Intent, Role, Track } from '../../shared/intent.ts'
import type { CheckId, Evidence, FixId, Link, Status } from '../../shared/report.ts'
import type { Result } from '../../shared/result.ts'
import type { Ask, Probe } from './probe.ts'

type Probes = Readonly<Record<string, Probe<unknown>>>
type FactOf<P> = P extends Probe<infer F> ? F : never
type FactsOf<N extends Probes> = { readonly [K in keyof N]: FactOf<N[K]> }
type ResultsOf<N extends Probes> = { readonly [K in keyof N]: Result<FactOf<N[K]>> }

/** What a check says. Every status but `not-applicable` needs at least one line of evidence. */
export interface Judgement {
  readonly status: Status
  readonly detail: string
  readonly evidence: readonly Evidence[]
  readonly fixes?: readonly FixId[]
}

/** The case that a check judges: what is wanted, and the moment dates are compared with. */
export interface Case {
  readonly intent: Intent
  readonly now: Date
}

interface About {
  readonly id: CheckId
  readonly title: string
  /** Shown under the title: why an administrator should care. */
  readonly why: string
  readonly roles: readonly Role[]
  readonly tracks: readonly Track[]
  readonly links: readonly [Link, ...Link[]]
  /** A sentence when this case does not ask for the check, before anything is read. */
  readonly notFor?: (intent: Intent) => string | null
}

interface CheckDefinition<N extends Probes, M extends Probes> extends About {
  /** Without any one of these the finding is unknown. */
  readonly needs: N
  /** Handed over as results, for checks that can say something even where one could not be read. */
  readonly considers?: M
  /** Pure. Sees facts read from the recording, never the machine. */
  readonly judge: (facts: FactsOf<N>, results: ResultsOf<M>, about: Case) => Judgement
}

/** A check as the engine's list holds it: the types of its facts stay its own business. */
export interface Check extends About {
  /** Everything it may read, for collection and coverage. */
  readonly probes: readonly Probe<unknown>[]
  readonly judgeFrom: (ask: Ask, about: Case) => Result<Judgement>
}

/** Ties a check's judgement to the types of the facts it names. `judge` stays visible, so a test can call it bare. */
export const defineCheck = <const N extends Probes, const M extends Probes = Record<never, never>>(
  definition: CheckDefinition<N, M>,
): Check & { readonly judge: CheckDefinition<N, M>['judge'] } => {
  const needed = Object.entries(definition.needs)
  const considered = Object.entries(definition.considers ?? {})
  return {
    ...definition,
    probes: [...needed, ...considered].map(([, probe]) => probe),
    judgeFrom: (ask, about) => {
      const facts: Record<string, unknown> = {}
      for (const [name, probe] of needed) {
        const fact = ask(probe)
        if (!fact.ok) return fact
        facts[name] = fact.value
      }
      const results: Record<string, unknown> = {}
      for (const [name, probe] of considered) results[name] = ask(probe)
      return { ok: true, value: definition.judge(facts as FactsOf<N>, results as ResultsOf<M>, about) }
    },
  }
}
