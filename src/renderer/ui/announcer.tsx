import { useEffect, useRef, useState } from 'react'
import { isRunning } from '../store/checks-slice.ts'
import type { AppState } from '../store/store.ts'
import { useApp } from '../store/use-app.ts'
import { verdictWords } from './verdict-words.ts'

const progressEvery = 2500

const selectMessage = ({ run }: AppState): string => {
  if (isRunning(run)) {
    if (run.phase === 'cancelling') return 'Cancelling the check.'
    const ended = run.probes.filter(({ state }) => state !== 'running').length
    return ended === 0 ? 'The check is running.' : `${ended} of ${run.probes.length} answered.`
  }
  if (run.phase === 'done') return `${verdictWords[run.report.verdict.state]}. ${run.report.verdict.headline}`
  return ''
}

/** Says progress and the verdict to screen readers, and progress not more often than a person can listen to. */
export const Announcer = () => {
  const message = useApp(selectMessage)
  const isHurried = useApp(({ run }) => !isRunning(run))
  const [said, setSaid] = useState('')
  const lastTime = useRef(Number.NEGATIVE_INFINITY)
  useEffect(() => {
    const wait = isHurried ? 0 : Math.max(0, lastTime.current + progressEvery - performance.now())
    const timer = setTimeout(() => {
      lastTime.current = performance.now()
      setSaid(message)
    }, wait)
    return () => clearTimeout(timer)
  }, [message, isHurried])
  return (
    <div className="visually-hidden" role="status" aria-live="polite">
      {said}
    </div>
  )
}
