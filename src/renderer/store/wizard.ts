export const steps = ['start', 'check', 'findings'] as const
export type Step = (typeof steps)[number]

/** How the check of this case stands. `skipped`: the report came from a file, so nothing was asked here. */
export type CheckState = 'not-run' | 'running' | 'failed' | 'done' | 'skipped'

export interface Wizard {
  readonly step: Step
  readonly check: CheckState
  /** What a cancelled check falls back to: the findings that were there before, if any. */
  readonly settled: 'not-run' | 'done' | 'skipped'
}

export type WizardEvent =
  | { readonly type: 'go'; readonly to: Step }
  | { readonly type: 'check-started' }
  | { readonly type: 'check-answered' }
  | { readonly type: 'check-failed' }
  | { readonly type: 'check-cancelled' }
  | { readonly type: 'report-opened' }

export const firstStep: Wizard = { step: 'start', check: 'not-run', settled: 'not-run' }

/** A running check is cancelled before anything else is opened, so nobody loses sight of it. */
export const canGo = ({ check }: Wizard, to: Step): boolean => {
  if (check === 'running') return to === 'check'
  if (to === 'check') return check === 'failed' || check === 'done'
  return to === 'start' || check === 'done' || check === 'skipped'
}

export const advance = (wizard: Wizard, event: WizardEvent): Wizard => {
  const isRunning = wizard.check === 'running'
  switch (event.type) {
    case 'go':
      return canGo(wizard, event.to) ? { ...wizard, step: event.to } : wizard
    case 'check-started':
      return isRunning ? wizard : { ...wizard, step: 'check', check: 'running' }
    case 'check-answered':
      return isRunning ? { step: 'findings', check: 'done', settled: 'done' } : wizard
    case 'check-failed':
      return isRunning ? { step: 'check', check: 'failed', settled: 'not-run' } : wizard
    case 'check-cancelled':
      return isRunning
        ? { ...wizard, step: wizard.settled === 'not-run' ? 'start' : 'findings', check: wizard.settled }
        : wizard
    case 'report-opened':
      return isRunning ? wizard : { step: 'findings', check: 'skipped', settled: 'skipped' }
  }
}

export type StepState = 'to-do' | 'open' | 'running' | 'failed' | 'done' | 'skipped'

/** What the list of steps says about one of them. */
export const stepState = ({ check }: Wizard, step: Step): StepState => {
  if (step === 'start') return check === 'not-run' ? 'open' : 'done'
  if (step === 'check') return check === 'not-run' ? 'to-do' : check
  return check === 'done' || check === 'skipped' ? 'open' : 'to-do'
}
