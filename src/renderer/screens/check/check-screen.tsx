import { Button, ProgressBar } from '@fluentui/react-components'
import './check-screen.css'
import { type Failed, isRunning, type Running } from '../../store/checks-slice.ts'
import { useApp } from '../../store/use-app.ts'
import { Notice } from '../../ui/notice.tsx'
import { useKey } from '../../ui/use-key.ts'
import { ScreenHeading } from '../screen-heading.tsx'
import { Elapsed } from './elapsed.tsx'
import { ProbeList } from './probe-list.tsx'

const InProgress = ({ run }: { readonly run: Running }) => {
  const cancelRun = useApp((state) => state.cancelRun)
  const cancel = () => void cancelRun()
  useKey('Escape', cancel)
  const ended = run.probes.filter(({ state }) => state !== 'running').length
  return (
    <>
      <ScreenHeading
        lead={<Elapsed />}
        actions={
          <Button onClick={cancel} disabledFocusable={run.phase === 'cancelling'}>
            {run.phase === 'cancelling' ? 'Cancelling …' : 'Cancel'}
          </Button>
        }
      >
        {run.request.machine === null ? 'Checking this PC' : 'Checking the simulated machine'}
      </ScreenHeading>
      <ProgressBar
        aria-label="Check"
        thickness="large"
        {...(run.probes.length > 0 ? { value: ended / run.probes.length } : {})}
      />
    </>
  )
}

const NotFinished = ({ run }: { readonly run: Failed }) => {
  const startRun = useApp((state) => state.startRun)
  const send = useApp((state) => state.send)
  return (
    <>
      <ScreenHeading lead="Nothing was changed.">The check did not finish</ScreenHeading>
      <Notice
        actions={
          <>
            <Button appearance="primary" onClick={() => void startRun(run.request)}>
              Try again
            </Button>
            <Button onClick={() => send({ type: 'go', to: 'start' })}>Back to start</Button>
          </>
        }
      >
        {run.fault.message}
      </Notice>
    </>
  )
}

export const CheckScreen = () => {
  const run = useApp((state) => state.run)
  if (run.phase === 'idle') return null
  return (
    <>
      {isRunning(run) && <InProgress run={run} />}
      {run.phase === 'failed' && <NotFinished run={run} />}
      {run.phase === 'done' && <ScreenHeading lead="How each question ended.">What was asked</ScreenHeading>}
      <ProbeList probes={run.probes} />
    </>
  )
}
