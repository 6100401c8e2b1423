import { z } from 'zod'
import { fail, ok, type Result } from '../../shared/result.ts'
import { keyTestIds, keyTests } from '../../shared/security-key/key-tests.ts'
import { longestNote, type TestRun, testAnswers } from '../../shared/security-key/test-run.ts'

/** In a bundle the tokens of names may be longer than the names. */
const longestKept = 10 * longestNote

const shape = z.strictObject({
  format: z.literal('pku2u-doctor/test-run@1'),
  answers: z
    .array(
      z.strictObject({
        id: z.enum(keyTestIds),
        answer: z.enum(testAnswers),
        note: z.string().max(longestKept).default(''),
      }),
    )
    .max(keyTests.length),
})

/** Answers to the guided tests of a security key, as a person or the window wrote them. Each test once. */
export const readTestRun = (text: string): Result<TestRun> => {
  let raw: unknown
  try {
    raw = JSON.parse(text)
  } catch {
    return fail('unreadable', 'The test run is not valid JSON.')
  }
  const parsed = shape.safeParse(raw)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    const where = issue?.path.map(String).join(' › ') ?? ''
    return fail('unreadable', `The test run does not have the expected form${where === '' ? '' : ` at ${where}`}.`)
  }
  const ids = parsed.data.answers.map(({ id }) => id)
  const twice = ids.find((id, index) => ids.indexOf(id) !== index)
  return twice === undefined ? ok(parsed.data) : fail('unreadable', `The test run answers "${twice}" twice.`)
}
