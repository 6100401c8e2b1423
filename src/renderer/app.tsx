import { FluentProvider } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import { BundlesScreen } from './screens/bundles/bundles-screen.tsx'
import { CheckScreen } from './screens/check/check-screen.tsx'
import { FindingsScreen } from './screens/findings/findings-screen.tsx'
import { FinishScreen } from './screens/finish/finish-screen.tsx'
import { FixScreen } from './screens/fix/fix-screen.tsx'
import { HistoryScreen } from './screens/history/history-screen.tsx'
import { OtherPcScreen } from './screens/other-pc/other-pc-screen.tsx'
import { RestartScreen } from './screens/restart/restart-screen.tsx'
import { RulesScreen } from './screens/rules/rules-screen.tsx'
import { SecurityKeyScreen } from './screens/security-key/security-key-screen.tsx'
import { StartScreen } from './screens/start/start-screen.tsx'
import { WelcomeFailed } from './screens/start/welcome-failed.tsx'
import { WorkAccountScreen } from './screens/work-account/work-account-screen.tsx'
import type { AppState } from './store/store.ts'
import { useApp } from './store/use-app.ts'
import { Announcer } from './ui/announcer.tsx'
import { ErrorBoundary } from './ui/error-boundary.tsx'
import { StepList } from './ui/step-list.tsx'
import { TopBar } from './ui/top-bar.tsx'
import { useLook } from './ui/use-look.ts'
import { VerdictBand } from './ui/verdict-band.tsx'

const screens = {
  start: StartScreen,
  check: CheckScreen,
  findings: FindingsScreen,
  fix: FixScreen,
  restart: RestartScreen,
  'work-account': WorkAccountScreen,
  'security-key': SecurityKeyScreen,
  'other-pc': OtherPcScreen,
  finish: FinishScreen,
  history: HistoryScreen,
  rules: RulesScreen,
  bundles: BundlesScreen,
} as const

/** A place is what a heading names: a new one takes the focus, an answer that comes in does not. */
const selectPlace = ({ wizard: { step, check }, work, run, restart }: AppState): string => {
  if (step === 'check') return `${step} ${check}`
  if (step === 'fix') return `${step} ${work.phase} ${work.phase === 'written' ? work.receipt.state : ''}`
  if (step === 'restart') return `${step} ${run.phase} ${restart?.scheduledFor}`
  return step
}

/** Keyboard and screen reader follow: the heading of a new screen takes the focus, but not when the window opens. */
const useHeadingFocus = (place: string) => {
  const last = useRef(place)
  useEffect(() => {
    if (last.current === place) return
    last.current = place
    // With the next frame: focusing asks for a layout, which is made for that frame anyway.
    const frame = requestAnimationFrame(() => {
      document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true })
      window.scrollTo(0, 0)
    })
    return () => cancelAnimationFrame(frame)
  }, [place])
}

const Stage = () => {
  const phase = useApp(({ greeting }) => greeting.phase)
  const step = useApp(({ wizard }) => wizard.step)
  useHeadingFocus(useApp(selectPlace))
  useEffect(() => {
    if (phase !== 'waiting') document.documentElement.setAttribute('data-ready', 'true')
  }, [phase])
  const Screen = phase === 'failed' ? WelcomeFailed : screens[step]
  return (
    <div className="stage">
      <VerdictBand />
      <main className="page" key={step}>
        <div className="page-inner">{phase === 'waiting' ? null : <Screen />}</div>
      </main>
    </div>
  )
}

export const App = () => {
  const { theme, name } = useLook()
  useEffect(() => {
    document.documentElement.setAttribute('data-theme', name)
  }, [name])
  return (
    <FluentProvider theme={theme}>
      <div className="app">
        <ErrorBoundary>
          <TopBar />
          <StepList />
          <Stage />
          <Announcer />
        </ErrorBoundary>
      </div>
    </FluentProvider>
  )
}
