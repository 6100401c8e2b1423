import assert from 'node:assert/strict'
import { PassThrough } from 'node:stream'
import { test } from 'node:test'
import { confirmOn } from './confirm.ts'

for (const [typed, agreed] of [
  ['y\n', true],
  ['Yes\r', true],
  ['n\n', false],
  ['\n', false],
  ['yellow\n', false],
  ['\u0003', false],
  ['\u0004', false],
] as const)
  test(`${JSON.stringify(typed)} is a ${agreed ? 'yes' : 'no'}`, async () => {
    const [input, output] = [new PassThrough(), new PassThrough()]
    const answer = confirmOn(input, output)('Do it?')
    input.write(typed)
    assert.equal(await answer, agreed)
    assert.match(String(output.read()), /Do it\? \[y\/N\]/)
  })

test('an input that ends is a no', async () => {
  const [input, output] = [new PassThrough(), new PassThrough()]
  const answer = confirmOn(input, output)('Do it?')
  input.end('ye')
  assert.equal(await answer, false)
})
