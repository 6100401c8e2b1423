import { Button } from '@fluentui/react-components'
import { useEffect } from 'react'
import type { RestartState } from '../../../shared/change-plan.ts'
import type { Report } from '../../../shared/report.ts'
import { fastStartup } from '../../../shared/restart-message.ts'
import type { Fault } from '../../../shared/result.ts'
import { isRunning, lastDone } from '../../store/checks-slice.ts'
import type { AppState } from '../../store/store.ts'
import { useApp } from '../../store/use-app.ts'
import { Callout } from '../../ui/callout.tsx'
import { isOld } from '../../ui/is-old.ts'
import { Notice } from '../../ui/notice.tsx'
import { Turning } from '../../ui/turning.tsx'
import { ScreenHeading } from '../screen-heading.tsx'
import { Countdown } from './countdown.tsx'
import { RestartForm } from './restart-form.tsx'
import { CheckingAgain, Proof } from './restart-proof.tsx'
import { isInTheWay, restartReason } from './restart-words.ts'

/** The case of this window has seen a restart, and nothing was written since it was checked. */
const selectIsProof = (state: AppState): boolean => {
  const { restarted, run } = state
  if (restarted === undefined) return false
  if (run.phase !== 'done') return true
  return run.request?.machine === restarted && !isOld(state, run.report)
}

const Wanted = ({ report, restart: { due, now } }: { readonly report: Report; readonly restart: RestartState }) => {
  const reason = restartReason(report, due)
  if (reason === null)
    return <ScreenHeading lead="No change of PKU2U Doctor waits for a restart.">No restart is needed</ScreenHeading>
  return (
    <>
      <ScreenHeading lead={reason.lead}>Restart this PC</ScreenHeading>
      <Callout tone="info">{fastStartup}</Callout>
      <RestartForm now={now} reason={reason.message} />
    </>
  )
}

/** What Windows said instead, and the way past a restart that somebody else has scheduled. */
const Refused = ({ fault }: { readonly fault: Fault }) => {
  const cancel = useApp((state) => state.cancelRestart)
  const isBusy = useApp((state) => state.isRestartBusy)
  const scheduledFor = useApp(({ restart }) => restart?.scheduledFor ?? null)
  if (!isInTheWay(fault, scheduledFor)) return <Notice>{fault.message}</Notice>
  return (
    <Notice
      actions={
        <Button disabledFocusable={isBusy} onClick={() => void cancel()}>
          Cancel the scheduled restart
        </Button>
      }
    >
      {fault.message}
    </Notice>
  )
}

/** When this PC restarts, what its user reads, and what the check says afterwards. */
export const RestartScreen = () => {
  const run = useApp((state) => state.run)
  const restart = useApp((state) => state.restart)
  const fault = useApp((state) => state.restartFault)
  const isProof = useApp(selectIsProof)
  const load = useApp((state) => state.loadRestart)
  useEffect(() => void load(), [load])
  const done = lastDone(run)
  if (isProof && run.phase !== 'done')
    return (
      <div className="stack">
        <CheckingAgain run={isRunning(run) ? run : null} />
      </div>
    )
  if (done === null || done.request === null) return null
  return (
    <div className="stack">
      {fault !== null && <Refused fault={fault} />}
      {restart === null && fault === null && <Turning />}
      {restart !== null && restart.scheduledFor === null && isProof && <Proof report={done.report} now={restart.now} />}
      {restart !== null && restart.scheduledFor === null && !isProof && (
        <Wanted report={done.report} restart={restart} />
      )}
      {restart !== null && restart.scheduledFor !== null && (
        <Countdown
          key={restart.scheduledFor}
          until={restart.scheduledFor}
          now={restart.now}
          comesBack={restart.comesBack}
          isSimulated={done.report.source === 'simulated'}
        />
      )}
    </div>
  )
}
