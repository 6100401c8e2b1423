import type { KeyTestId } from './key-tests.ts'

export const testAnswers = ['passed', 'failed', 'not-done'] as const
export type TestAnswer = (typeof testAnswers)[number]
export const longestNote = 1000

/** What a person says of one test. */
export interface TestResult {
  readonly id: KeyTestId
  readonly answer: TestAnswer
  readonly note: string
}

/** The form of `inputs/test-run.json`. A test that is not listed was not done. */
export interface TestRun {
  readonly format: 'pku2u-doctor/test-run@1'
  readonly answers: readonly TestResult[]
}

export const testAnswerWords: Readonly<Record<TestAnswer, string>> = {
  passed: 'Passed',
  failed: 'Failed',
  'not-done': 'Not done',
}
