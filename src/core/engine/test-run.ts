import type { Gap, ReportedTest } from '../../shared/report.ts'
import { keyTests } from '../../shared/security-key/key-tests.ts'
import { readTestRun } from '../readers/test-run.ts'
import type { Recording } from '../recording/recording.ts'

const input = 'test-run.json'

interface ReportedRun {
  /** In the order of the tests; null: nobody added a test run, or it could not be read. */
  readonly answers: readonly ReportedTest[] | null
  readonly gaps: readonly Gap[]
}

/** What a person answered to the guided tests of a security key. */
export const testRunOf = (recording: Recording): ReportedRun => {
  const text = recording.input(input)
  if (text === null) return { answers: null, gaps: [] }
  const read = readTestRun(text)
  if (!read.ok) return { answers: null, gaps: [{ probe: input, label: 'Guided test run', outcome: read.fault.code }] }
  const answers = keyTests.flatMap(({ id, title }) => {
    const answer = read.value.answers.find((each) => each.id === id)
    return answer === undefined ? [] : [{ id, title, answer: answer.answer, note: answer.note }]
  })
  return { answers, gaps: [] }
}
