import { keyTestIds } from '../../../shared/security-key/key-tests.ts'
import type { TestResult, TestRun } from '../../../shared/security-key/test-run.ts'
import { answerOf } from '../../store/inputs-slice.ts'

const count = (number: number, word: string): readonly string[] => (number === 0 ? [] : [`${number} ${word}`])

/** What stands in the report, and whether that is what stands on the screen. */
export const testRunSaid = (answers: readonly TestResult[], inReport: TestRun | null): string => {
  if (inReport === null) return answers.length === 0 ? '' : 'Not in the report yet.'
  const isNew = keyTestIds.some((id) => {
    const [now, then] = [answerOf(answers, id), answerOf(inReport.answers, id)]
    return now.answer !== then.answer || now.note !== then.note
  })
  if (isNew) return 'Changed since it was put into the report.'
  const of = (answer: TestResult['answer']) => inReport.answers.filter((each) => each.answer === answer).length
  const counts = [
    ...count(of('passed'), 'passed'),
    ...count(of('failed'), 'failed'),
    ...count(of('not-done'), 'not done'),
  ]
  return `In the report: ${counts.join(', ')}.`
}
