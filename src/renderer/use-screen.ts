import { type ComponentType, useEffect, useState } from 'react'
import { CheckScreen } from './screens/check/check-screen.tsx'
import { FindingsScreen } from './screens/findings/findings-screen.tsx'
import { StartScreen } from './screens/start/start-screen.tsx'
import type { Step } from './store/wizard.ts'

type Screens = Readonly<Partial<Record<Step, ComponentType>>>

/** On the way to the first verdict. */
const firstScreens: Screens = { start: StartScreen, check: CheckScreen, findings: FindingsScreen }

/** In milliseconds: whoever checks at once gets the verdict before anything else is read. */
const quiet = 1500

/**
 * The screen of a step. The later ones are read once a first one has stood for a while, or at once when one is asked for:
 * null until then.
 */
export const useScreen = (step: Step, isReady: boolean): ComponentType | null => {
  const [later, setLater] = useState<Screens>({})
  const isFirst = firstScreens[step] !== undefined
  useEffect(() => {
    if (!isReady) return
    const load = () => import('./later-screens.ts').then(({ laterScreens }) => setLater(laterScreens))
    if (isFirst) {
      // What goes wrong here shows when one of these screens is asked for.
      const timer = setTimeout(() => load().catch(() => undefined), quiet)
      return () => clearTimeout(timer)
    }
    load().catch((error) =>
      // To whoever draws: the error boundary.
      setLater(() => {
        throw error
      }),
    )
    return
  }, [isReady, isFirst])
  return firstScreens[step] ?? later[step] ?? null
}
