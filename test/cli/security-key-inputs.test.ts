import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { saveRecording } from '../../src/core/recording/save.ts'
import type { Report } from '../../src/shared/report.ts'
import { machineThat } from '../kit/judged.ts'
import { doctor } from './doctor.ts'

const folder = await mkdtemp(join(tmpdir(), 'pku2u-keys-'))
after(() => rm(folder, { recursive: true, force: true }))

const halves = (cloudVersion: string) =>
  [
    'Id                 : 21043',
    'DomainDnsName      : corp.contoso.com',
    'KeyVersion         : 48211',
    'KeyUpdatedOn       : 14.03.2026 21:23:43',
    'CloudId            : 21043',
    'CloudDomainDnsName : corp.contoso.com',
    `CloudKeyVersion    : ${cloudVersion}`,
    'CloudKeyUpdatedOn  : 14.03.2026 21:23:43',
    '',
  ].join('\r\n')
const run = {
  format: 'pku2u-doctor/test-run@1',
  answers: [
    { id: 'unlock', answer: 'failed', note: 'asks for the password' },
    { id: 'provision', answer: 'passed' },
  ],
}
const file = async (name: string, content: string | Uint8Array) => {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}
const key = ['--track', 'security-key', '--simulate', 'security-key-ready']
const check = async (args: readonly string[], input = '') => {
  const ended = await doctor(['check', ...args, '--json'], input)
  return { ...ended, value: JSON.parse(ended.stdout) as Report & { fault?: { code: string; message: string } } }
}
const serverOf = ({ findings }: Report) => findings.find(({ id }) => id === 'security-key.kerberos-server')

describe('check --kerberos-server and --test-run', () => {
  test('pasted output is judged with the machine', async () => {
    const { code, value } = await check([...key, '--kerberos-server', '-'], halves('1'))
    assert.equal(code, 3)
    assert.equal(value.verdict.state, 'action')
    assert.match(serverOf(value)?.detail ?? '', /-RotateServerKey/)
  })

  test('a file as PowerShell redirects it, in UTF-16, beside a test run', async () => {
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(halves('48211'), 'utf16le')])
    const server = await file('server.txt', utf16)
    const tests = await file('run.json', JSON.stringify(run))
    const { code, value } = await check([...key, '--kerberos-server', server, '--test-run', tests])
    assert.ok(code === 0 || code === 4, String(code))
    assert.equal(serverOf(value)?.status, 'pass')
    assert.deepEqual(value.testRun, [
      { id: 'provision', title: 'Add a key to the account', answer: 'passed', note: '' },
      { id: 'unlock', title: 'Unlock with the key', answer: 'failed', note: 'asks for the password' },
    ])
    const { stdout } = await doctor(['check', ...key, '--test-run', tests])
    assert.match(stdout, /Guided test run:\n {2}Passed {3}Add a key .*\n {2}Failed {3}Unlock with the key: asks for/)
  })

  test('a recording keeps both, and says the same', async () => {
    const path = join(folder, 'recording')
    const machine = machineThat({ state: 'hybrid-joined', securityKeys: true })
    const inputs = { 'kerberos-server.txt': halves('1'), 'test-run.json': JSON.stringify(run) }
    await saveRecording(path, { ...machine, inputs })
    const { value } = await check(['--track', 'security-key', '--recording', path])
    assert.equal(serverOf(value)?.status, 'fail')
    assert.equal(value.testRun?.length, 2)
    const over = await check(
      ['--track', 'security-key', '--recording', path, '--kerberos-server', '-'],
      halves('48211'),
    )
    assert.equal(serverOf(over.value)?.status, 'pass')
  })

  test('a test run that cannot be read is a gap, and no report is without one', async () => {
    const path = join(folder, 'damaged')
    await saveRecording(path, { ...machineThat({ securityKeys: true }), inputs: { 'test-run.json': '{}' } })
    const { value } = await check(['--track', 'security-key', '--recording', path])
    assert.equal(value.testRun, undefined)
    assert.ok(value.coverage.gaps.some(({ probe, outcome }) => probe === 'test-run.json' && outcome === 'unreadable'))
  })

  for (const [what, args, input, said] of [
    [
      'text of another tool',
      ['--kerberos-server', '-'],
      'AzureAdJoined : YES\nDomainJoined : NO\n',
      /looks like the output of dsreg/,
    ],
    ['any text', ['--kerberos-server', '-'], 'hello', /not the output of Get-AzureADKerberosServer/],
    ['answers that are none', ['--test-run', '-'], '{"format":"x"}', /expected form/],
    ['a file that is not there', ['--test-run', '/nowhere/run.json'], '', /There is no file/],
    ['one input twice', ['--test-run', '-', '--kerberos-server', '-'], '', /read once/],
  ] as const)
    test(`${what} is refused in words`, async () => {
      const { code, value } = await check([...key, ...args], input)
      assert.equal(code, 2)
      assert.match(value.fault?.message ?? '', said)
    })

  test('the other track does not take them', async () => {
    const { code, value } = await check(['--simulate', 'entra-client-ready', '--test-run', '-'], '{}')
    assert.equal(code, 2)
    assert.match(value.fault?.message ?? '', /goes with --track security-key/)
  })
})
