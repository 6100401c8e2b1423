import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Machine } from '../recording/recording.ts'
import type { Transcript } from './host.ts'
import { completeMachine, readParts, recordOf, writeParts } from './powershell-answers.ts'
import { powershellArgs, powershellArgsShown } from './powershell-script.ts'

const answer = (stdout: Uint8Array | string, changes: Partial<Transcript> = {}): Transcript => ({
  outcome: 'ok',
  exitCode: 0,
  stdout: typeof stdout === 'string' ? Buffer.from(stdout) : stdout,
  stderr: new Uint8Array(),
  durationMs: 900,
  ...changes,
})
const decoded = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString()
const members = { members: [{ sid: 'S-1-12-1-1-2-3-4', name: 'AzureAD\\Žofie', kind: 'user' }] }

test('the script travels as UTF-16LE in base64, without a profile, and fits a command line', () => {
  const encoded = powershellArgs.at(-1) ?? ''
  const script = Buffer.from(encoded, 'base64').toString('utf16le')
  for (const part of ['identity', 'boot', 'machine-certificates', 'policy-result', 'local-group-rdp-users'])
    assert.ok(script.includes(`Ask '${part}'`), part)
  assert.ok(powershellArgs.includes('-NoProfile') && powershellArgs.includes('-NonInteractive'))
  assert.ok(powershellArgs.join(' ').length < 32_000)
  assert.ok(!powershellArgsShown.includes(encoded))
})

test('the script asks for the policies of every value that a policy may own, and of no other', () => {
  const script = Buffer.from(powershellArgs.at(-1) ?? '', 'base64').toString('utf16le')
  for (const question of [
    '-ClassName RSOP_RegistryValue)',
    "-notlike '*\\pku2u\\AllowOnlineID'",
    `-ClassName RSOP_RegistryPolicySetting -Filter "valueName='EnableFIDODeviceLogon' OR valueName='fDenyTSConnections' OR valueName='UserAuthentication'")`,
    "@('SOFTWARE\\Policies\\Microsoft\\FIDO', 'SOFTWARE\\Policies\\Microsoft\\Windows NT\\Terminal Services')",
  ])
    assert.ok(script.includes(question), question)
})

test('each part becomes a command of its own, with its own outcome, time and bytes', () => {
  const output = answer(
    writeParts([
      { part: 'policy-result', outcome: 'denied', ms: 2, message: 'not elevated' },
      { part: 'local-group-rdp-users', outcome: 'ok', ms: 40, json: members },
      { part: 'machine-certificates', outcome: 'failed', ms: 5, message: 'no store' },
    ]),
  )
  const group = recordOf('local-group-rdp-users', output)
  assert.deepEqual(JSON.parse(decoded(group.stdout)), members)
  assert.deepEqual([group.outcome, group.exitCode, group.durationMs], ['ok', 0, 40])
  const policy = recordOf('policy-result', output)
  assert.deepEqual([policy.outcome, policy.stdout, decoded(policy.stderr)], ['denied', undefined, 'not elevated\n'])
  assert.equal(recordOf('machine-certificates', output).outcome, 'failed')
})

test('a process ended in the middle keeps the parts it had finished', () => {
  const finished = decoded(writeParts([{ part: 'local-group-rdp-users', outcome: 'ok', ms: 40, json: members }]))
  const output = answer(`${finished}{"part":"policy-res`, { outcome: 'timeout', exitCode: undefined })
  assert.equal(recordOf('local-group-rdp-users', output).outcome, 'ok')
  assert.equal(recordOf('policy-result', output).outcome, 'timeout')
  assert.equal(recordOf('policy-result', output).stdout, undefined)
})

test('exit 0 without output keeps its empty bytes; a failed start is failed', () => {
  const empty = recordOf('machine-certificates', answer(''))
  assert.deepEqual([empty.outcome, empty.stdout?.length], ['ok', 0])
  const broken = recordOf('machine-certificates', answer('', { exitCode: 1, stderr: Buffer.from('blocked') }))
  assert.deepEqual([broken.outcome, decoded(broken.stderr)], ['failed', 'blocked'])
  assert.equal(recordOf('policy-result', answer('', { outcome: 'missing', exitCode: undefined })).outcome, 'missing')
})

test('a banner, CRLF and a byte order mark around the parts are understood', () => {
  const parts = readParts(Buffer.from('\ufeff{"part":"boot","outcome":"ok"}\r\nWARNING: x\r\n{"part":1}\r\n'))
  assert.deepEqual([...parts.keys()], ['boot'])
})

const machine: Machine = {
  recordedAt: '2026-11-20T09:15:00Z',
  bootedAt: '2026-11-20T08:00:00Z',
  hostName: 'PC',
  architecture: 'x64',
  codePages: { ansi: 1252, oem: 850 },
  user: { name: 'PC\\x', upn: null, sid: null, elevated: false, sessionUserSid: null },
}

test('who asks and when Windows started come from PowerShell where it knows', () => {
  const identity = { name: 'AzureAD\\A', sid: 'S-1-12-1-1-2-3-4', elevated: true, sessionUserSid: 'S-1-12-1-1-2-3-4' }
  const output = writeParts([
    { part: 'identity', outcome: 'ok', ms: 1, json: identity },
    { part: 'boot', outcome: 'ok', ms: 1, json: { bootedAt: '2026-11-20T07:58:12Z' } },
  ])
  const whole = completeMachine(machine, output)
  assert.deepEqual(whole.user, { ...identity, upn: null })
  assert.equal(whole.bootedAt, '2026-11-20T07:58:12Z')
})

test('without PowerShell what was known stays, and nothing is made up', () => {
  assert.deepEqual(completeMachine(machine, new Uint8Array()), machine)
  const odd = writeParts([
    { part: 'identity', outcome: 'ok', ms: 1, json: { name: 7, sid: '', elevated: 'yes' } },
    { part: 'boot', outcome: 'ok', ms: 1, json: { bootedAt: 'yesterday' } },
  ])
  assert.deepEqual(completeMachine(machine, odd), machine)
})
