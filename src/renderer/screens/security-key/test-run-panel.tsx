import { Button, Field, Radio, RadioGroup, Textarea } from '@fluentui/react-components'
import { useId } from 'react'
import { faceNote, type KeyTest, keyTests } from '../../../shared/security-key/key-tests.ts'
import { longestNote, testAnswers, testAnswerWords } from '../../../shared/security-key/test-run.ts'
import { isRunning } from '../../store/checks-slice.ts'
import { answerOf } from '../../store/inputs-slice.ts'
import { useApp } from '../../store/use-app.ts'
import { Callout } from '../../ui/callout.tsx'
import { testRunSaid } from './test-run-words.ts'

const TestCard = ({ test: { id, title, before, steps, warning } }: { readonly test: KeyTest }) => {
  const { answer, note } = answerOf(
    useApp((state) => state.answers),
    id,
  )
  const answerTest = useApp((state) => state.answerTest)
  const titleId = useId()
  return (
    <li className="key-test" data-answer={answer}>
      <h2 id={titleId}>{title}</h2>
      <p className="lead">{before}</p>
      <ol>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {warning !== null && <Callout tone="caution">{warning}</Callout>}
      <div className="key-answer">
        <RadioGroup
          layout="horizontal"
          aria-labelledby={titleId}
          value={answer}
          onChange={(_event, { value }) => {
            const chosen = testAnswers.find((each) => each === value)
            if (chosen !== undefined) answerTest(id, { answer: chosen })
          }}
        >
          {testAnswers.map((each) => (
            <Radio key={each} value={each} label={testAnswerWords[each]} />
          ))}
        </RadioGroup>
        {(answer === 'failed' || note !== '') && (
          <Field label="What happened">
            <Textarea
              value={note}
              maxLength={longestNote}
              onChange={(_event, { value }) => answerTest(id, { note: value })}
            />
          </Field>
        )}
      </div>
    </li>
  )
}

/** The tests a person does with a key in hand; the answers go into the report. */
export const TestRunPanel = () => {
  const answers = useApp((state) => state.answers)
  const added = useApp((state) => state.added)
  const busy = useApp(({ run }) => isRunning(run))
  const addTestRun = useApp((state) => state.addTestRun)
  return (
    <div className="stack">
      <p>Do these with a key in hand, in this order. Windows cannot be asked how they went; you can.</p>
      <Callout tone="info">{faceNote}</Callout>
      <ol className="key-tests">
        {keyTests.map((test) => (
          <TestCard key={test.id} test={test} />
        ))}
      </ol>
      <div className="actions">
        <Button appearance="primary" disabledFocusable={busy} onClick={() => void addTestRun()}>
          Put the answers into the report
        </Button>
        <p role="status">{busy ? 'Checking again.' : testRunSaid(answers, added.inputs.testRun)}</p>
      </div>
    </div>
  )
}
