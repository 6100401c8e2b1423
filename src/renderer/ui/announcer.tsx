import { useEffect, useRef, useState } from 'react'
import { verdictWords } from '../../shared/verdict-words.ts'
import { isRunning } from '../store/checks-slice.ts'
import type { AppState } from '../store/store.ts'
import { useApp } from '../store/use-app.ts'

const progressEvery = 2500

/** A change: what is being written, then what was. */
const changeMessage = (work: AppState['work']): string | null => {
  if (work.phase === 'planned') return work.plan.refusal ?? 'The plan is ready. Nothing is written yet.'
  if (work.phase === 'failed') return work.fault.message
  if (work.phase === 'written') return work.fault?.message ?? work.receipt.message
  if (work.phase !== 'writing') return null
  if (work.progress === null) return work.plan === null ? 'Putting back.' : 'Writing.'
  return `${work.progress.done} of ${work.progress.total} written.`
}

const selectMessage = ({ run, wizard, work }: AppState): string => {
  const change = wizard.step === 'fix' ? changeMessage(work) : null
  if (change !== null) return change
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
