import { Button } from '@fluentui/react-components'
import { useEffect } from 'react'
import type { Report } from '../../../shared/report.ts'
import { lastDone } from '../../store/checks-slice.ts'
import { useApp } from '../../store/use-app.ts'
import { Callout } from '../../ui/callout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { clockWords } from '../../ui/time-words.ts'
import { Turning } from '../../ui/turning.tsx'
import { ScreenHeading } from '../screen-heading.tsx'
import { Countdown } from './countdown.tsx'
import { RestartForm } from './restart-form.tsx'
import { fastStartup, stillWrong } from './restart-words.ts'

const Proof = ({ report, at }: { readonly report: Report; readonly at: string }) => {
  const send = useApp((state) => state.send)
  const wrong = stillWrong(report)
  const time = clockWords(at)
  return (
    <>
      <ScreenHeading
        lead={wrong.length === 0 ? 'Checked again after the restart: nothing stands in the way here.' : undefined}
      >
        {wrong.length === 0 ? `Proven after restart at ${time}` : `Restarted at ${time}, and not ready yet`}
      </ScreenHeading>
      {wrong.length > 0 && (
        <Callout tone="caution">
          {wrong.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </Callout>
      )}
      <div className="actions">
        <Button appearance="primary" size="large" onClick={() => send({ type: 'go', to: 'findings' })}>
          See the findings
        </Button>
      </div>
    </>
  )
}

const Due = ({ role }: { readonly role: Report['intent']['role'] }) => (
  <>
    <ScreenHeading
      lead={
        role === 'server'
          ? 'PKU2U was changed after Windows started. This PC takes the change over when it restarts.'
          : 'PKU2U was changed after Windows started. Restart if the connection still fails.'
      }
    >
      Restart this PC
    </ScreenHeading>
    <Callout tone="info">{fastStartup}</Callout>
  </>
)

/** When this PC restarts, what its user reads, and what the check says afterwards. */
export const RestartScreen = () => {
  const run = useApp((state) => state.run)
  const restart = useApp((state) => state.restart)
  const fault = useApp((state) => state.restartFault)
  const restarted = useApp((state) => state.restarted)
  const load = useApp((state) => state.loadRestart)
  useEffect(() => void load(), [load])
  const done = lastDone(run)
  if (done === null || done.request === null) return null
  const isProof = restarted !== null && restarted.machine === done.request.machine
  const isChecking = isProof && run.phase !== 'done'
  return (
    <div className="stack">
      {isChecking && <ScreenHeading lead="The machine is back and is being checked.">Checking again</ScreenHeading>}
      {fault !== null && <Notice>{fault.message}</Notice>}
      {(isChecking || (restart === null && fault === null)) && <Turning />}
      {!isChecking && restart !== null && restart.scheduledFor === null && (
        <>
          {isProof && !restart.due && <Proof report={done.report} at={restarted.at} />}
          {restart.due && <Due role={done.report.intent.role} />}
          {restart.due && <RestartForm now={restart.now} />}
          {!restart.due && !isProof && (
            <ScreenHeading lead="No change of PKU2U Doctor waits for a restart.">No restart is needed</ScreenHeading>
          )}
        </>
      )}
      {!isChecking && restart !== null && restart.scheduledFor !== null && (
        <Countdown
          key={restart.scheduledFor}
          until={restart.scheduledFor}
          now={restart.now}
          isSimulated={done.report.source === 'simulated'}
        />
      )}
    </div>
  )
}
