import { useId } from 'react'
import type { ReportedTest, Status } from '../../../shared/report.ts'
import { type TestAnswer, testAnswerWords } from '../../../shared/security-key/test-run.ts'
import { StatusIcon } from '../../ui/status-icon.tsx'
import './test-run-summary.css'

const statuses: Readonly<Record<TestAnswer, Status>> = { passed: 'pass', failed: 'fail', 'not-done': 'not-applicable' }

/** What a person answered to the guided tests, as it stands in the report. */
export const TestRunSummary = ({ tests }: { readonly tests: readonly ReportedTest[] }) => {
  const id = useId()
  return (
    <section className="group" aria-labelledby={id} data-group="test-run">
      <h2 id={id}>Guided test run</h2>
      <p className="group-hint">What a person answered; Windows was not asked.</p>
      <ul className="test-answers">
        {tests.map(({ id: test, title, answer, note }) => (
          <li key={test} data-answer={answer}>
            <StatusIcon status={statuses[answer]} />
            <span>
              <strong>{title}</strong>: {testAnswerWords[answer].toLowerCase()}
              {note !== '' && <span className="test-note">{note}</span>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
