import { Button } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { defaultRestartMessage, fastStartup } from '../../../shared/restart-message.ts'
import { useApp } from '../../store/use-app.ts'
import { Callout } from '../../ui/callout.tsx'
import { clockWords, leftWords } from '../../ui/time-words.ts'
import { ScreenHeading } from '../screen-heading.tsx'
import { comeBackYourselfWords, comesBackWords } from './restart-words.ts'

interface Props {
  readonly until: string
  /** The machine's own time when that was read. */
  readonly now: string
  /** Windows starts the program again when the user signs in. */
  readonly comesBack: boolean
  /** The clock of a simulated machine stands still, so its restart is made from here. */
  readonly isSimulated: boolean
}

export const Countdown = ({ until, now, comesBack, isSimulated }: Props) => {
  const cancel = useApp((state) => state.cancelRestart)
  const schedule = useApp((state) => state.scheduleRestart)
  const isBusy = useApp((state) => state.isRestartBusy)
  const total = Date.parse(until) - Date.parse(now)
  const [left, setLeft] = useState(total)
  useEffect(() => {
    const start = performance.now()
    const timer = setInterval(() => setLeft(total - (performance.now() - start)), 1000)
    return () => clearInterval(timer)
  }, [total])
  const isOver = left <= 0
  useEffect(() => {
    if (isOver && isSimulated) void schedule(0, defaultRestartMessage)
  }, [isOver, isSimulated, schedule])
  return (
    <>
      <ScreenHeading
        lead={
          <span role="timer" className="elapsed">
            {isOver ? 'Any moment now.' : `In ${leftWords(left)}.`}
          </span>
        }
      >
        {`This PC restarts at ${clockWords(until)}`}
      </ScreenHeading>
      <Callout tone="info">Open programs will be closed. Save your work now.</Callout>
      {!isSimulated && <p>{comesBack ? comesBackWords : comeBackYourselfWords}</p>}
      <p>{fastStartup}</p>
      <div className="actions">
        <Button size="large" disabledFocusable={isBusy} onClick={() => void cancel()}>
          Cancel the restart
        </Button>
      </div>
    </>
  )
}
