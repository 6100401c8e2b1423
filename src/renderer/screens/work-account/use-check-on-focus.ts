import { useEffect, useEffectEvent, useRef } from 'react'
import { useApp } from '../../store/use-app.ts'

const atMostEvery = 5000

/** Somebody may have added an account in Windows' settings meanwhile: coming back to the window asks again. */
export const useCheckOnFocus = (): void => {
  const run = useApp((state) => state.run)
  const startRun = useApp((state) => state.startRun)
  const last = useRef(Number.NEGATIVE_INFINITY)
  const check = useEffectEvent(() => {
    if (run.phase !== 'done' || run.request === null || performance.now() - last.current < atMostEvery) return
    last.current = performance.now()
    void startRun(run.request, { stay: true })
  })
  useEffect(() => {
    const listen = () => check()
    window.addEventListener('focus', listen)
    return () => window.removeEventListener('focus', listen)
  }, [])
}
