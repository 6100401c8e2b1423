import { createStore, type StoreApi } from 'zustand'
import type { Bridge } from '../../shared/ipc-contract.ts'
import { type CaseSlice, createCaseSlice } from './case-slice.ts'
import { type ChecksSlice, createChecksSlice } from './checks-slice.ts'
import { createFileSlice, type FileSlice } from './file-slice.ts'
import { createLinkSlice, type LinkSlice } from './link-slice.ts'
import { createSettingsSlice, type SettingsSlice, type ThemeMemory } from './settings-slice.ts'
import { createWelcomeSlice, type WelcomeSlice } from './welcome-slice.ts'
import { createWizardSlice, type WizardSlice } from './wizard-slice.ts'

export type AppState = CaseSlice & ChecksSlice & FileSlice & LinkSlice & SettingsSlice & WelcomeSlice & WizardSlice
export type AppStore = StoreApi<AppState>

export const createAppStore = (bridge: Bridge, memory: ThemeMemory): AppStore =>
  createStore<AppState>()((...all) => ({
    ...createWizardSlice(...all),
    ...createCaseSlice(...all),
    ...createSettingsSlice(memory)(...all),
    ...createWelcomeSlice(bridge)(...all),
    ...createChecksSlice(bridge)(...all),
    ...createFileSlice(bridge)(...all),
    ...createLinkSlice(bridge)(...all),
  }))
