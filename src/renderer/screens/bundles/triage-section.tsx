import { Button } from '@fluentui/react-components'
import { Dismiss20Regular } from '@fluentui/react-icons/svg/dismiss'
import { FolderSearch20Regular } from '@fluentui/react-icons/svg/folder-search'
import type { TriageEnd } from '../../../shared/triage.ts'
import type { TriageRun } from '../../store/triage-slice.ts'
import { useApp } from '../../store/use-app.ts'
import { Notice } from '../../ui/notice.tsx'
import { Turning } from '../../ui/turning.tsx'
import { verdictOrder } from './triage-sort.ts'
import { TriageTable } from './triage-table.tsx'
import { verdictMarkWords } from './verdict-mark.tsx'

const number = new Intl.NumberFormat('en-GB')

const totalsWords = ({ totals, files, cancelled, seconds }: TriageEnd): string => {
  if (files === 0 && !cancelled) return 'No support bundle was found in this folder.'
  const judged = Object.values(totals).reduce((sum, count) => sum + count, 0)
  const counts: Readonly<Record<string, number>> = { ...totals, broken: files - judged }
  const parts = verdictOrder
    .filter((state) => (counts[state] ?? 0) > 0)
    .map((state) => `${verdictMarkWords(state)}: ${number.format(counts[state] ?? 0)}`)
  const time = seconds < 0.1 ? 'less than 0.1' : seconds.toFixed(1)
  const looked = `${number.format(files)} looked at in ${time} s${cancelled ? ', then cancelled' : ''}.`
  return `${looked} ${parts.join(', ')}`
}

/** Said once at the start and once at the end; the number between is only seen. */
const Progress = ({ run }: { readonly run: TriageRun }) => {
  const seen = useApp((state) => state.triageRows.length)
  const cancel = useApp((state) => state.cancelTriage)
  const isRunning = run.phase === 'running' || run.phase === 'cancelling'
  return (
    <>
      {isRunning && (
        <div className="actions">
          <Turning />
          <span>{number.format(seen)} looked at</span>
          <Button
            icon={<Dismiss20Regular />}
            disabledFocusable={run.phase === 'cancelling'}
            onClick={() => void cancel()}
          >
            Cancel
          </Button>
        </div>
      )}
      <p role="status" className="triage-said">
        {isRunning && <span className="visually-hidden">Looking through the folder.</span>}
        {run.phase === 'done' && totalsWords(run.end)}
      </p>
    </>
  )
}

/** A whole folder: which PCs have what, worst first. */
export const TriageSection = () => {
  const run = useApp((state) => state.triageRun)
  const hasRows = useApp((state) => state.triageRows.length > 0)
  const fault = useApp((state) => state.triageFault)
  const start = useApp((state) => state.startTriage)
  const isBusy = run.phase === 'choosing' || run.phase === 'running' || run.phase === 'cancelling'
  return (
    <section className="bundles-part" aria-labelledby="look-through">
      <h2 id="look-through">Look through a folder</h2>
      <p className="lead">Every bundle in it and in the folders below, each judged for the case it was made for.</p>
      <div className="actions">
        <Button icon={<FolderSearch20Regular />} disabledFocusable={isBusy} onClick={() => void start()}>
          Choose a folder…
        </Button>
      </div>
      <Progress run={run} />
      {run.phase === 'failed' && <Notice>{run.fault.message}</Notice>}
      {fault !== null && <Notice>{fault.message}</Notice>}
      {hasRows && <TriageTable />}
    </section>
  )
}
