import assert from 'node:assert/strict'
import { test } from 'node:test'
import { longestNote } from '../../shared/security-key/test-run.ts'
import { readTestRun } from './test-run.ts'

const run = (...answers: readonly unknown[]) => JSON.stringify({ format: 'pku2u-doctor/test-run@1', answers })
const passed = { id: 'provision', answer: 'passed', note: 'NFC' }

test('answers are read as they are; a note may be left out', () => {
  assert.deepEqual(readTestRun(run(passed, { id: 'unlock', answer: 'failed' })), {
    ok: true,
    value: {
      format: 'pku2u-doctor/test-run@1',
      answers: [passed, { id: 'unlock', answer: 'failed', note: '' }],
    },
  })
  assert.ok(readTestRun(run()).ok)
})

for (const [what, text, said] of [
  ['no JSON', 'hello', /not valid JSON/],
  ['another format', '{"format":"x","answers":[]}', /at format/],
  ['a test that does not exist', run({ ...passed, id: 'dance' }), /answers › 0 › id/],
  ['another answer', run({ ...passed, answer: 'maybe' }), /answers › 0 › answer/],
  ['more than is asked', run({ ...passed, by: 'me' }), /expected form/],
  ['a note without end', run({ ...passed, note: 'x'.repeat(10 * longestNote + 1) }), /note/],
  ['one test twice', run(passed, passed), /"provision" twice/],
] as const)
  test(`${what} is refused`, () => {
    const read = readTestRun(text)
    assert.ok(!read.ok)
    assert.match(read.fault.message, said)
  })
