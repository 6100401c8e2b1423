import type { CaseSlice } from './case-slice.ts'
import type { ChecksSlice } from './checks-slice.ts'
import type { WizardSlice } from './wizard-slice.ts'

/**
 * The machine that the screen in front is about: the one chosen on the first screen until one was checked. undefined: the
 * report came from a file, so there is none.
 */
export const machineInFront = ({
  form,
  run,
  wizard,
}: CaseSlice & ChecksSlice & WizardSlice): string | null | undefined =>
  wizard.step === 'start' || run.phase !== 'done' ? form.machine : run.request?.machine
