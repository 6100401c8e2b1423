import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readWindowOptions } from './window-options.ts'

const machines = ['one', 'two']

test('without options the window asks this PC where it can', () => {
  assert.deepEqual(readWindowOptions([], machines), {
    ok: true,
    value: { simulate: null, pace: 0, state: null, resume: null },
  })
})

test('a simulated machine and a pace are taken, what a desktop adds is not judged', () => {
  assert.deepEqual(readWindowOptions(['--simulate', 'two', '--pace=0.5', '--ozone-platform=x11', 'x'], machines), {
    ok: true,
    value: { simulate: 'two', pace: 0.5, state: null, resume: null },
  })
})

test('after a restart, one of two words names the step, and a simulated machine may be kept', () => {
  assert.deepEqual(readWindowOptions(['--resume', 'restart'], machines), {
    ok: true,
    value: { simulate: null, pace: 0, state: null, resume: 'restart' },
  })
  assert.deepEqual(readWindowOptions(['--simulate', 'two', '--state', 'folder', '--resume=check'], machines), {
    ok: true,
    value: { simulate: 'two', pace: 0, state: 'folder', resume: 'check' },
  })
})

for (const args of [
  ['--simulate', 'three'],
  ['--simulate'],
  ['--simulate='],
  ['--pace', 'fast'],
  ['--pace=-1'],
  ['--pace=99'],
  ['--state', 'folder'],
  ['--simulate', 'two', '--state='],
  ['--resume'],
  ['--resume='],
  ['--resume', 'Restart'],
  ['--resume', 'fix'],
  ['--resume', 'restart check'],
  ['--resume', 'C:\\return.json'],
]) {
  test(`${args.join(' ')} is refused in one sentence`, () => {
    const options = readWindowOptions(args, machines)
    assert.ok(!options.ok && options.fault.code === 'usage')
  })
}
