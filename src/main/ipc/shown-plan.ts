import type { FixPlan } from '../../core/engine/plan-fix.ts'
import { fixNamed } from '../../core/fixes/registry.ts'
import type { ShownPlan } from '../../shared/change-plan.ts'
import { placeWords, stateWords } from '../../shared/change-words.ts'

/** A plan in words, under the token that the window will answer with. */
export const shownPlan = (plan: FixPlan, token: string): ShownPlan => ({
  token,
  fixes: plan.fixes,
  changes: plan.changes.map(({ fix, change, before, already }) => ({
    fix,
    title: fixNamed(fix)?.title ?? fix,
    description: change.describe,
    ...placeWords(change),
    before: stateWords(change, before),
    after: stateWords(change, change.after),
    already,
  })),
  owner: plan.owner,
  managedBy: plan.blockers[0]?.owner.name ?? null,
  warnings: plan.warnings,
  refusal: plan.refusal,
  restart: plan.restart,
})
