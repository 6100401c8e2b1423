import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { after, before, test } from 'node:test'
import { doctor } from '../cli/doctor.ts'
import { end, startListener } from './real-listener.ts'

/** Without a reset when a listener leaves it: the next one could not open it meanwhile. */
const screen = spawn('Xvfb', ['-displayfd', '3', '-noreset', '-nolisten', 'tcp', '-screen', '0', '640x480x24'], {
  stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
})
let display = ''
before(async () => {
  const [number] = await once(screen.stdio[3] as Readable, 'data')
  display = `:${String(number).trim()}`
})
after(() => end(screen))

const freerdp = (security: string) =>
  startListener({
    program: 'freerdp-shadow-cli',
    prepare: (_folder, port) => [`/port:${port}`, '/bind-address:127.0.0.1', `/sec:${security}`],
    environment: { DISPLAY: display },
  })

const nlaRequired = { code: 5, name: 'HYBRID_REQUIRED_BY_SERVER' }
const tlsForbidden = { code: 2, name: 'SSL_NOT_ALLOWED_BY_SERVER' }
const tlsRequired = { code: 1, name: 'SSL_REQUIRED_BY_SERVER' }

for (const [security, path, expected, exitCode] of [
  ['nla', 'pku2u', ['HYBRID', nlaRequired], 0],
  ['nla', 'web', ['HYBRID', nlaRequired, nlaRequired], 3],
  ['tls', 'pku2u', ['SSL', 'SSL'], 7],
  ['tls', 'web', ['SSL', tlsRequired, 'SSL'], 3],
  ['rdp', 'pku2u', [tlsForbidden, tlsForbidden], 3],
] as const)
  test(`FreeRDP with /sec:${security}, asked for the path ${path}`, async () => {
    await using listener = await freerdp(security)
    const { code, stdout } = await doctor(['probe', `127.0.0.1:${listener.port}`, '--path', path, '--json'])
    const probe = JSON.parse(stdout)
    assert.equal(probe.outcome, 'ok')
    assert.deepEqual(
      probe.tried.map((each: { selected: string | null; failure: unknown }) => each.selected ?? each.failure),
      expected,
    )
    assert.equal(code, exitCode)
    assert.equal(probe.certificate?.kind, security === 'rdp' ? undefined : 'self-signed')
  })
