import { createStore, type StoreApi } from 'zustand'
import type { Bridge } from '../../shared/ipc-contract.ts'
import { type BundleSlice, createBundleSlice } from './bundle-slice.ts'
import { type CaseSlice, createCaseSlice } from './case-slice.ts'
import { type ChangeSlice, createChangeSlice } from './change-slice.ts'
import { type ChecksSlice, createChecksSlice } from './checks-slice.ts'
import { type CompareSlice, createCompareSlice } from './compare-slice.ts'
import { createFileSlice, type FileSlice } from './file-slice.ts'
import { createHandOverSlice, type HandOverSlice } from './hand-over-slice.ts'
import { createHistorySlice, type HistorySlice } from './history-slice.ts'
import { createInputsSlice, type InputsSlice } from './inputs-slice.ts'
import { createLinkSlice, type LinkSlice } from './link-slice.ts'
import { createPairSlice, type PairSlice } from './pair-slice.ts'
import { createRestartSlice, type RestartSlice } from './restart-slice.ts'
import { createReturnSlice, type ReturnSlice } from './return-slice.ts'
import { createRightsSlice, type RightsSlice } from './rights-slice.ts'
import { createRulesSlice, type RulesSlice } from './rules-slice.ts'
import { createSettingsSlice, type SettingsSlice, type ThemeMemory } from './settings-slice.ts'
import { createTargetSlice, type TargetSlice } from './target-slice.ts'
import { createTriageSlice, type TriageSlice } from './triage-slice.ts'
import { createWelcomeSlice, type WelcomeSlice } from './welcome-slice.ts'
import { createWizardSlice, type WizardSlice } from './wizard-slice.ts'

export type AppState = BundleSlice &
  CaseSlice &
  ChangeSlice &
  ChecksSlice &
  CompareSlice &
  FileSlice &
  HandOverSlice &
  HistorySlice &
  InputsSlice &
  LinkSlice &
  PairSlice &
  RestartSlice &
  ReturnSlice &
  RightsSlice &
  RulesSlice &
  SettingsSlice &
  TargetSlice &
  TriageSlice &
  WelcomeSlice &
  WizardSlice
export type AppStore = StoreApi<AppState>

export const createAppStore = (bridge: Bridge, memory: ThemeMemory): AppStore =>
  createStore<AppState>()((...all) => ({
    ...createWizardSlice(...all),
    ...createCaseSlice(...all),
    ...createBundleSlice(bridge)(...all),
    ...createSettingsSlice(memory)(...all),
    ...createWelcomeSlice(bridge)(...all),
    ...createChecksSlice(bridge)(...all),
    ...createChangeSlice(bridge)(...all),
    ...createHistorySlice(bridge)(...all),
    ...createPairSlice(bridge)(...all),
    ...createRestartSlice(bridge)(...all),
    ...createReturnSlice(...all),
    ...createRightsSlice(bridge)(...all),
    ...createTargetSlice(bridge)(...all),
    ...createFileSlice(bridge)(...all),
    ...createHandOverSlice(bridge)(...all),
    ...createCompareSlice(bridge)(...all),
    ...createTriageSlice(bridge)(...all),
    ...createLinkSlice(bridge)(...all),
    ...createInputsSlice(bridge)(...all),
    ...createRulesSlice(bridge)(...all),
  }))
