import assert from 'node:assert/strict'
import { test } from 'node:test'
import { debuggingSwitch } from './debugging-switches.ts'

const refused = [
  '--inspect',
  '--inspect=9229',
  '--inspect-brk=0',
  '--inspect-port=1',
  '--remote-debugging-port=9222',
  '--remote-debugging-pipe',
  '--REMOTE-DEBUGGING-PORT=1',
  '/remote-debugging-port=1',
  '-remote-debugging-address=0.0.0.0',
  '--remote-allow-origins=*',
  '--load-extension=C:\\x',
  '--disable-extensions-except=C:\\x',
  '--user-data-dir=C:\\x',
  '--no-sandbox',
  '--disable-web-security',
  '--js-flags=--allow-natives-syntax',
  '--host-rules=MAP * 127.0.0.1',
  '--renderer-cmd-prefix=x',
  '--utility-cmd-prefix=x',
  '--gpu-launcher=x',
  '--browser-subprocess-path=x',
]
for (const arg of refused) {
  test(`${arg} is refused and named without its value`, () => {
    assert.equal(debuggingSwitch(['check', arg, '--json']), arg.replace(/=.*/, ''))
  })
}

test('our own options and paths are not taken for switches', () => {
  const own = [
    'check',
    '--json',
    '--simulate',
    'entra-client-ready',
    '--at',
    '2026-11-20T09:15:00Z',
    '--out',
    '/inspect.zip',
  ]
  assert.equal(debuggingSwitch([...own, 'inspect', '--inspection', '/home/inspect', 'user-data-dir']), null)
})
