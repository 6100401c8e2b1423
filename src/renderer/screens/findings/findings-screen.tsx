import { Button } from '@fluentui/react-components'
import { ArrowClockwise20Regular } from '@fluentui/react-icons/svg/arrow-clockwise'
import './findings-screen.css'
import { type FindingGroup, groupFindings } from '../../../shared/finding-groups.ts'
import { countWords } from '../../../shared/finding-words.ts'
import { ticketText } from '../../../shared/ticket-text.ts'
import type { Done } from '../../store/checks-slice.ts'
import { useApp } from '../../store/use-app.ts'
import { Callout } from '../../ui/callout.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { ScreenHeading } from '../screen-heading.tsx'
import { CoverageLine } from './coverage-line.tsx'
import { FindingSection } from './finding-section.tsx'
import { groupIcons } from './group-icons.tsx'
import { TestRunSummary } from './test-run-summary.tsx'

const CheckAgain = ({ request }: Pick<Done, 'request'>) => {
  const startRun = useApp((state) => state.startRun)
  if (request === null) return null
  return (
    <Button icon={<ArrowClockwise20Regular />} onClick={() => void startRun(request)}>
      Check again
    </Button>
  )
}

const Summary = ({ groups }: { readonly groups: readonly FindingGroup[] }) => (
  <ul className="summary" aria-label="Summary">
    {groups.map(({ id, findings }) => (
      <li key={id}>
        {groupIcons[id]}
        {countWords[id](findings.length)}
      </li>
    ))}
  </ul>
)

const Findings = ({ report, request }: Pick<Done, 'report' | 'request'>) => {
  const groups = groupFindings(report).filter(({ findings }) => findings.length > 0)
  return (
    <>
      <ScreenHeading
        actions={
          <>
            <CopyButton name="Copy ticket text" text={() => ticketText(report, request?.machine ?? null)}>
              Copy ticket text
            </CopyButton>
            <CheckAgain request={request} />
          </>
        }
      >
        Findings
      </ScreenHeading>
      <Summary groups={groups} />
      <CoverageLine coverage={report.coverage} />
      {report.notes !== undefined && (
        <Callout tone="caution">
          {report.notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
        </Callout>
      )}
      {groups.map((group) => (
        <FindingSection key={group.id} group={group} report={report} />
      ))}
      {report.testRun !== undefined && <TestRunSummary tests={report.testRun} />}
    </>
  )
}

export const FindingsScreen = () => {
  const run = useApp((state) => state.run)
  return run.phase === 'done' ? <Findings {...run} /> : null
}
