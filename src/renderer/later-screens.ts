import type { ComponentType } from 'react'
import { BundlesScreen } from './screens/bundles/bundles-screen.tsx'
import { FinishScreen } from './screens/finish/finish-screen.tsx'
import { FixScreen } from './screens/fix/fix-screen.tsx'
import { HistoryScreen } from './screens/history/history-screen.tsx'
import { OtherPcScreen } from './screens/other-pc/other-pc-screen.tsx'
import { RestartScreen } from './screens/restart/restart-screen.tsx'
import { RulesScreen } from './screens/rules/rules-screen.tsx'
import { SecurityKeyScreen } from './screens/security-key/security-key-screen.tsx'
import { SettingsScreen } from './screens/settings/settings-screen.tsx'
import { WorkAccountScreen } from './screens/work-account/work-account-screen.tsx'
import type { Step } from './store/wizard.ts'

/** The screens that nobody sees first. They are built into a file of their own. */
export const laterScreens: Readonly<Record<Exclude<Step, 'start' | 'check' | 'findings'>, ComponentType>> = {
  fix: FixScreen,
  restart: RestartScreen,
  'work-account': WorkAccountScreen,
  'security-key': SecurityKeyScreen,
  'other-pc': OtherPcScreen,
  finish: FinishScreen,
  history: HistoryScreen,
  rules: RulesScreen,
  bundles: BundlesScreen,
  settings: SettingsScreen,
}
