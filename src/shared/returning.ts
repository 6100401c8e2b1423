import type { CaseInputs } from './case-inputs.ts'
import type { Intent } from './intent.ts'

/** Where the program can come back to after a restart. */
export const returnSteps = ['restart', 'check'] as const
export type ReturnStep = (typeof returnSteps)[number]

/** The case that goes on after a restart. `machine`: a simulated machine's name, or null for this PC. */
export interface ReturningCase {
  readonly machine: string | null
  readonly intent: Intent
  /** What a person added to it. */
  readonly inputs?: CaseInputs | undefined
}

/** What the program was started again for after a restart. */
export type Returning =
  | ({ readonly kind: 'case'; readonly step: ReturnStep } & ReturningCase)
  /** It does not know for which case, and says why. */
  | { readonly kind: 'lost'; readonly message: string }
