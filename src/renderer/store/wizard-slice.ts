import type { StateCreator } from 'zustand'
import { advance, firstStep, type Wizard, type WizardEvent } from './wizard.ts'

export interface WizardSlice {
  readonly wizard: Wizard
  readonly send: (event: WizardEvent) => void
}

export const createWizardSlice: StateCreator<WizardSlice> = (set) => ({
  wizard: firstStep,
  send: (event) => set(({ wizard }) => ({ wizard: advance(wizard, event) })),
})
