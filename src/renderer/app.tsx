import { FluentProvider } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import { WelcomeFailed } from './screens/start/welcome-failed.tsx'
import type { AppState } from './store/store.ts'
import { useApp } from './store/use-app.ts'
import { Announcer } from './ui/announcer.tsx'
import { ErrorBoundary } from './ui/error-boundary.tsx'
import { StepList } from './ui/step-list.tsx'
import { TopBar } from './ui/top-bar.tsx'
import { useLook } from './ui/use-look.ts'
import { VerdictBand } from './ui/verdict-band.tsx'
import { useScreen } from './use-screen.ts'

/** A place is what a heading names: a new one takes the focus, an answer that comes in does not. */
const selectPlace = ({ wizard: { step, check }, work, run, restart }: AppState): string => {
  if (step === 'check') return `${step} ${check}`
  if (step === 'fix') return `${step} ${work.phase} ${work.phase === 'written' ? work.receipt.state : ''}`
  if (step === 'restart') return `${step} ${run.phase} ${restart?.scheduledFor}`
  return step
}

/** Keyboard and screen reader follow: the heading of a new screen takes the focus, but not when the window opens. */
const useHeadingFocus = (place: string | null) => {
  const last = useRef(place)
  useEffect(() => {
    if (place === null || last.current === place) return
    last.current = place
    // With the next frame: focusing asks for a layout, which is made for that frame anyway.
    const frame = requestAnimationFrame(() => {
      document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true })
      document.querySelector('main')?.scrollTo(0, 0)
      // In one column the list of steps stands above: what is new comes into sight, verdict first.
      window.scrollTo(0, document.querySelector<HTMLElement>('.stage')?.offsetTop ?? 0)
    })
    return () => cancelAnimationFrame(frame)
  }, [place])
}

const Stage = () => {
  const phase = useApp(({ greeting }) => greeting.phase)
  const step = useApp(({ wizard }) => wizard.step)
  const place = useApp(selectPlace)
  const Asked = useScreen(step, phase !== 'waiting')
  const Screen = phase === 'failed' ? WelcomeFailed : Asked
  // A screen that is not there yet has no heading to focus.
  useHeadingFocus(Screen === null ? null : place)
  useEffect(() => {
    if (phase !== 'waiting') document.documentElement.setAttribute('data-ready', 'true')
  }, [phase])
  return (
    <div className="stage">
      <VerdictBand />
      <main className="page" key={step}>
        <div className="page-inner">{phase === 'waiting' || Screen === null ? null : <Screen />}</div>
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
