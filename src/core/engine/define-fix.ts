import type { CheckId, FixId } from '../../shared/report.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { RegistryReader } from '../recording/recording.ts'
import type { Change } from './change.ts'
import type { OwnedSetting } from './owned-setting.ts'
import type { PolicyOwner } from './owner.ts'

export interface FixParameters {
  /** UPN of the account that a fix is about. */
  readonly account: string | null
}

/** A one-click change. What is shown before and what is executed come from the same list. */
export interface Fix {
  readonly id: FixId
  readonly title: string
  /** Checks that it may turn to pass. */
  readonly cures: readonly CheckId[]
  /** Of a target. A client is advised where a target is required. */
  readonly restart: 'required' | 'none'
  /** The setting it writes, where a policy may own it; else null. */
  readonly owned: OwnedSetting | null
  /** What follows where a policy allows what this takes away; null: it takes nothing away. */
  readonly whenAllowed: ((policy: PolicyOwner) => string) | null
  /** Said in the plan, before anybody agrees. */
  readonly warnings: readonly string[]
  /** A sentence when this machine must not have it. */
  readonly refusal: (registry: RegistryReader) => Result<string | null>
  readonly changes: (parameters: FixParameters) => Result<readonly Change[]>
}

type Definition = Pick<Fix, 'id' | 'title' | 'cures'> & Partial<Omit<Fix, 'changes'>> & Pick<Fix, 'changes'>

export const defineFix = (definition: Definition): Fix => ({
  restart: 'none',
  owned: null,
  whenAllowed: null,
  warnings: [],
  refusal: () => ok(null),
  ...definition,
})
