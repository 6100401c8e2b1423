import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { saveRecording } from '../../src/core/recording/save.ts'
import { openCaseKey } from '../../src/core/redaction/case-key.ts'
import { createRedactor } from '../../src/core/redaction/redactor.ts'
import { defaultIntent } from '../../src/shared/intent.ts'
import type { Report } from '../../src/shared/report.ts'
import { machineThat } from '../kit/judged.ts'
import { doctor } from './doctor.ts'

const caseKey = 'k3v9-q2mz-t7xw-0abc-defg'
const bundle = await mkdtemp(join(tmpdir(), 'pku2u-redacted-'))
before(async () => {
  const machine = machineThat()
  const key = await openCaseKey(caseKey)
  const redactor = createRedactor({ key, machine, intent: defaultIntent })
  await saveRecording(join(bundle, 'recording'), redactor.redactMachine(machine))
  await writeFile(join(bundle, 'report.json'), JSON.stringify({ intent: defaultIntent }))
  await writeFile(join(bundle, 'redaction.json'), JSON.stringify(redactor.summary()))
})
after(() => rm(bundle, { recursive: true, force: true }))

const analyse = async (options: readonly string[], input = '') => {
  const { code, stdout } = await doctor(['analyse', bundle, ...options, '--json'], input)
  return { code, value: JSON.parse(stdout) }
}
const statusOf = (report: Report, id: string) => report.findings.find((finding) => finding.id === id)?.status

describe('analyse on a redacted bundle', () => {
  test('without an account it is judged as ever', async () => {
    const { code, value } = await analyse([])
    assert.equal(code, 4)
    assert.equal(value.verdict.state, 'ready')
  })

  test('with an account and its case key, the account is found', async () => {
    const { code, value } = await analyse(['--account', 'Adele@contoso.com', '--case-key', '-'], `${caseKey}\n`)
    assert.equal(code, 0)
    assert.equal(statusOf(value, 'account.identity'), 'pass')
    assert.doesNotMatch(JSON.stringify(value), /adele|contoso\.com/i)
    const other = await analyse(['--account', 'megan@contoso.com', '--case-key', caseKey])
    assert.equal(statusOf(other.value, 'account.identity'), 'fail')
    const server = await analyse(['--role', 'server', '--account', 'adele@contoso.com', '--case-key', caseKey])
    assert.equal(statusOf(server.value, 'rdp.membership'), 'pass')
  })

  test('with an account and no case key, what is asked of the account is unknown', async () => {
    const { code, value } = await analyse(['--account', 'adele@contoso.com'])
    assert.equal(code, 7)
    for (const id of ['account.identity', 'account.work-accounts']) assert.equal(statusOf(value, id), 'unknown')
    const server = await analyse(['--role', 'server', '--account', 'adele@contoso.com'])
    assert.equal(statusOf(server.value, 'rdp.membership'), 'unknown')
  })

  test('an account as the report shows it needs no key', async () => {
    const { value } = await analyse([])
    const found = await analyse(['--account', value.facts.user.upn])
    assert.equal(statusOf(found.value, 'account.identity'), 'pass')
  })

  test('another case key is refused', async () => {
    const { code, value } = await analyse(['--account', 'adele@contoso.com', '--case-key', 'another'])
    assert.equal(code, 2)
    assert.match(value.fault.message, /not the case key/)
    assert.equal((await analyse(['--case-key', '-'], ' ')).code, 2)
  })

  test('a recording taken out of its bundle is still known to be redacted', async () => {
    const { stdout } = await doctor(['analyse', join(bundle, 'recording'), '--account', 'adele@contoso.com', '--json'])
    assert.equal(statusOf(JSON.parse(stdout), 'account.identity'), 'unknown')
  })
})

describe('check and code on a redacted bundle', () => {
  const asked = ['--recording', bundle, '--account', 'adele@contoso.com'] as const
  const codeOf = async (...options: readonly string[]) => {
    const { code, stdout } = await doctor(['code', ...options, '--json'])
    return { code, value: JSON.parse(stdout) }
  }

  test('take its case key, as analyse does', async () => {
    const { code, stdout } = await doctor(['check', ...asked, '--case-key', caseKey, '--json'])
    assert.equal(code, 0)
    assert.equal(statusOf(JSON.parse(stdout), 'account.identity'), 'pass')
    const without = await doctor(['check', ...asked, '--json'])
    assert.equal(statusOf(JSON.parse(without.stdout), 'account.identity'), 'unknown')
  })

  test('the code is that of the PC itself', async () => {
    const named = ['--account', 'adele@contoso.com'] as const
    const zip = join(bundle, 'case.zip')
    const made = await doctor([
      'bundle',
      '--simulate',
      'entra-client-ready',
      ...named,
      '--case-key',
      caseKey,
      '--out',
      zip,
    ])
    assert.equal(made.code, 0, made.stderr)
    const onPc = await codeOf('--simulate', 'entra-client-ready', ...named)
    assert.deepEqual(await codeOf('--recording', zip, ...named, '--case-key', caseKey), onPc)
  })

  test('a case key without a recording is refused', async () => {
    const { code, value } = await codeOf('--simulate', 'entra-client-ready', '--case-key', caseKey)
    assert.equal(code, 2)
    assert.match(value.fault.message, /--recording/)
  })

  test('standard input is read for one thing', async () => {
    const two = ['--track', 'security-key', '--kerberos-server', '-', '--case-key', '-']
    const { code, stdout } = await doctor(['check', '--recording', bundle, ...two, '--json'], caseKey)
    assert.equal(code, 2)
    assert.match(JSON.parse(stdout).fault.message, /read once/)
  })
})
