import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readWindowOptions } from './window-options.ts'

const machines = ['one', 'two']

test('without options the window asks this PC where it can', () => {
  assert.deepEqual(readWindowOptions([], machines), { ok: true, value: { simulate: null, pace: 0 } })
})

test('a simulated machine and a pace are taken, what a desktop adds is not judged', () => {
  assert.deepEqual(readWindowOptions(['--simulate', 'two', '--pace=0.5', '--ozone-platform=x11', 'x'], machines), {
    ok: true,
    value: { simulate: 'two', pace: 0.5 },
  })
})

for (const args of [
  ['--simulate', 'three'],
  ['--simulate'],
  ['--simulate='],
  ['--pace', 'fast'],
  ['--pace=-1'],
  ['--pace=99'],
]) {
  test(`${args.join(' ')} is refused in one sentence`, () => {
    const options = readWindowOptions(args, machines)
    assert.ok(!options.ok && options.fault.code === 'usage')
  })
}
