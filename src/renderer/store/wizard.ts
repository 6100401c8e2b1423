import type { Track } from '../../shared/intent.ts'

export const steps = [
  'start',
  'check',
  'findings',
  'fix',
  'restart',
  'work-account',
  'security-key',
  'other-pc',
  'finish',
  'history',
  'rules',
  'bundles',
  'settings',
] as const
export type Step = (typeof steps)[number]

/** The steps of a case; each track has one of its own. */
export const stepsOf = (track: Track): readonly Step[] =>
  steps.filter((step) => step !== (track === 'security-key' ? 'work-account' : 'security-key'))

const besideCase: readonly Step[] = ['history', 'rules', 'bundles', 'settings']
/** True for what belongs to no case: it can be opened at any time. */
export const isBesideCase = (step: Step): boolean => besideCase.includes(step)

/** How the check of this case stands. `skipped`: the report came from a file, so nothing was asked here. */
export type CheckState = 'not-run' | 'running' | 'failed' | 'done' | 'skipped'
/** How the change of this case stands. */
export type FixState = 'none' | 'planned' | 'writing' | 'written'

export interface Wizard {
  readonly step: Step
  readonly check: CheckState
  /** What a cancelled check falls back to: the findings that were there before, if any. */
  readonly settled: 'not-run' | 'done' | 'skipped'
  readonly fix: FixState
  /** Where the answer of the running check is shown. */
  readonly answerOn: Step
}

export type WizardEvent =
  | { readonly type: 'go'; readonly to: Step }
  /** With `stay`, the screen in front asked, and shows the answer itself. */
  | { readonly type: 'check-started'; readonly stay?: boolean }
  /** After a restart, before anything was asked. */
  | { readonly type: 'came-back' }
  | { readonly type: 'check-answered' }
  | { readonly type: 'check-failed' }
  | { readonly type: 'check-cancelled' }
  | { readonly type: 'report-opened' }
  | { readonly type: 'fix-planned' }
  | { readonly type: 'fix-writing' }
  | { readonly type: 'fix-written' }
  | { readonly type: 'fix-dropped' }

export const firstStep: Wizard = {
  step: 'start',
  check: 'not-run',
  settled: 'not-run',
  fix: 'none',
  answerOn: 'findings',
}

/** A running check is cancelled before anything else is opened, and a change is never left half-way out of sight. */
export const canGo = ({ check, fix }: Wizard, to: Step): boolean => {
  if (fix === 'writing') return to === 'fix'
  if (check === 'running') return to === 'check'
  if (to === 'check') return check === 'failed' || check === 'done'
  // What was changed can be looked at, and an interrupted change ended, before anything is asked.
  if (to === 'history') return check !== 'skipped'
  if (to === 'start' || isBesideCase(to)) return true
  if (to === 'findings' || to === 'other-pc' || to === 'finish') return check === 'done' || check === 'skipped'
  // The rest acts on a machine: a report from a file has none.
  return check === 'done' && (to !== 'fix' || fix !== 'none')
}

const afterCancel = ({ settled, answerOn }: Wizard): Step => (settled === 'not-run' ? 'start' : answerOn)

export const advance = (wizard: Wizard, event: WizardEvent): Wizard => {
  const isRunning = wizard.check === 'running'
  switch (event.type) {
    case 'go':
      return canGo(wizard, event.to) ? { ...wizard, step: event.to } : wizard
    case 'check-started': {
      if (isRunning) return wizard
      const stays = event.stay === true
      if (stays) return { ...wizard, check: 'running', answerOn: wizard.step }
      // What was planned or written belongs to the findings that are now asked for anew; History keeps it.
      return { ...wizard, step: 'check', check: 'running', fix: 'none', answerOn: 'findings' }
    }
    case 'came-back':
      return wizard === firstStep ? { ...firstStep, step: 'restart' } : wizard
    case 'check-answered':
      return isRunning ? { ...wizard, step: wizard.answerOn, check: 'done', settled: 'done' } : wizard
    case 'check-failed':
      return isRunning ? { ...wizard, step: 'check', check: 'failed', settled: 'not-run' } : wizard
    case 'check-cancelled':
      return isRunning ? { ...wizard, step: afterCancel(wizard), check: wizard.settled } : wizard
    case 'report-opened':
      return isRunning ? wizard : { ...firstStep, step: 'findings', check: 'skipped', settled: 'skipped' }
    case 'fix-planned':
      return isRunning ? wizard : { ...wizard, step: 'fix', fix: 'planned' }
    case 'fix-writing':
      return { ...wizard, fix: 'writing' }
    case 'fix-written':
      return { ...wizard, fix: 'written' }
    case 'fix-dropped':
      return { ...wizard, step: wizard.step === 'fix' ? 'findings' : wizard.step, fix: 'none' }
  }
}

export type StepState = 'to-do' | 'open' | 'running' | 'failed' | 'done' | 'skipped'

/** What the list of steps says about one of them. */
export const stepState = (wizard: Wizard, step: Step): StepState => {
  const { check, fix } = wizard
  switch (step) {
    case 'start':
      return check === 'not-run' ? 'open' : 'done'
    case 'check':
      return check === 'not-run' ? 'to-do' : check
    case 'findings':
      return check === 'done' || check === 'skipped' ? 'open' : 'to-do'
    case 'fix':
      if (fix === 'writing') return 'running'
      // What was written may still come back, so this is never called done.
      if (fix !== 'none') return 'open'
      return check === 'skipped' ? 'skipped' : 'to-do'
    default:
      if (canGo(wizard, step)) return 'open'
      return check === 'skipped' ? 'skipped' : 'to-do'
  }
}
