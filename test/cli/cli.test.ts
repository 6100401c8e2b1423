import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { saveRecording } from '../../src/core/recording/save.ts'
import { machineThat } from '../kit/judged.ts'
import { doctor } from './doctor.ts'

const folder = await mkdtemp(join(tmpdir(), 'pku2u-cli-'))
const recording = join(folder, 'recording')
before(() => saveRecording(recording, machineThat()))
after(() => rm(folder, { recursive: true, force: true }))

const json = async (...args: readonly string[]) => {
  const ended = await doctor([...args, '--json'])
  return { ...ended, value: JSON.parse(ended.stdout) }
}

describe('check and analyse', () => {
  test('--json prints one report and nothing else', async () => {
    const { code, value, stderr } = await json('check', '--recording', recording, '--account', 'adele@contoso.com')
    assert.equal(code, 0)
    assert.equal(stderr, '')
    assert.equal(value.format, 'pku2u-doctor/report@1')
    assert.equal(value.source, 'recording')
    assert.equal(value.createdAt, '2026-11-20T09:15:00Z')
    assert.equal(value.intent.account, 'adele@contoso.com')
  })

  test('every way of writing the account ends up as the UPN', async () => {
    for (const form of ['AzureAD\\adele@contoso.com', '.\\AzureAD\\adele@contoso.com', 'EntraID\\adele@contoso.com']) {
      const { value } = await json('check', '--recording', recording, '--account', form)
      assert.equal(value.intent.account, 'adele@contoso.com', form)
    }
  })

  test('the same recording and moment give the same bytes, from a command and from a file of the same name', async () => {
    const args = ['check', '--recording', recording, '--at', '2026-11-20T10:00:00Z', '--json']
    const [first, second] = await Promise.all([doctor(args), doctor(args)])
    assert.equal(first.stdout, second.stdout)
    assert.equal(JSON.parse(first.stdout).createdAt, '2026-11-20T10:00:00Z')
  })

  test('analyse judges the same recording the same way', async () => {
    const checked = await doctor(['check', '--recording', recording, '--json'])
    const analysed = await doctor(['analyse', recording, '--json'])
    assert.equal(analysed.stdout, checked.stdout)
    assert.equal(analysed.code, checked.code)
  })

  test('text names the verdict, every finding that is not fine with its why, and what was found of the others', async () => {
    const { code, stdout } = await doctor(['check', '--simulate', 'client-value-off'])
    assert.equal(code, 3)
    assert.match(stdout, /^FIXABLE: /)
    assert.match(stdout, /FAIL {4}PKU2U setting {2}\[pku2u\.setting\]/)
    assert.match(stdout, /ok {6}Remote Credential Guard {2}\[rdp\.credential-guard\]\n {8}No policy asks for/)
  })

  test('a simulated machine keeps its state in the folder given', async () => {
    const state = join(folder, 'state')
    const first = await doctor(['check', '--simulate', 'entra-client-ready', '--state', state, '--json'])
    const second = await doctor(['check', '--simulate', 'entra-client-ready', '--state', state, '--json'])
    assert.equal(first.stdout, second.stdout)
    assert.equal((await doctor(['check', '--simulate', 'server-default', '--state', state])).code, 2)
  })

  test('this PC can only be asked on Windows', {
    skip: process.platform === 'win32' ? 'this is Windows' : false,
  }, async () => {
    const { code, stderr } = await doctor(['check'])
    assert.equal(code, 2)
    assert.match(stderr, /not Windows/)
  })
})

describe('read', () => {
  const captured = 'AzureAdJoined : YES\r\nDomainJoined : NO\r\nEnterpriseJoined : NO\r\n'

  test('from a file and from standard input', async () => {
    const path = join(folder, 'status.txt')
    await writeFile(path, captured)
    const fromFile = await json('read', path)
    assert.equal(fromFile.code, 0)
    assert.equal(fromFile.value.kind, 'dsregcmd-status')
    assert.equal(fromFile.value.facts.joinState, 'entra-joined')
    const fromInput = await doctor(['read', '--as', 'dsregcmd-status', '-', '--json'], captured)
    assert.deepEqual(JSON.parse(fromInput.stdout), fromFile.value)
  })

  test('noise of 5 MB is refused and not hung on', async () => {
    const noise = Buffer.alloc(5 * 1024 * 1024, 'x|: \\=+-\u00e9', 'latin1')
    for (const args of [
      ['read', '-'],
      ['read', '--as', 'dsregcmd-status', '-'],
      ['read', '--as', 'nltest', '-'],
    ]) {
      const { code, stdout } = await doctor([...args, '--json'], noise)
      assert.equal(code, 2)
      assert.equal(JSON.parse(stdout).fault.code, 'unreadable')
    }
  })
})

describe('rules', () => {
  test('lists checks with their why and links, and fixes with what they cure', async () => {
    const { code, value } = await json('rules')
    assert.equal(code, 0)
    assert.ok(value.checks.length > 20)
    for (const rule of value.checks) {
      assert.ok(rule.why.length > 20, rule.id)
      assert.ok(
        rule.links.length > 0 && rule.links.every((link: { url: string }) => link.url.startsWith('https://')),
        rule.id,
      )
    }
    assert.ok(value.fixes.some((fix: { id: string }) => fix.id === 'pku2u.enable'))
    assert.ok(value.guides.some((guide: { id: string }) => guide.id === 'guide.pku2u-policy'))
    assert.match((await doctor(['rules'])).stdout, /guide\.pku2u-policy {2}The policy: .*\n {4}The setting is called/)
  })
})

describe('what cannot be done is one sentence and exit code 2', () => {
  const rows: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['no verb', [], /Usage/],
    ['an unknown verb', ['chekc'], /no verb "chekc"/],
    ['an unknown option', ['check', '--fast'], /--fast/],
    ['a value that is not one of the choices', ['check', '--role', 'host'], /client or server/],
    ['a value that is missing', ['check', '--role'], /^--role needs a value\. "check --help" lists the options\.\n$/],
    ['an option where a value should be', ['check', '--role', '--json'], /^--role needs a value\. "check/m],
    ['an empty value', ['check', '--account', ' '], /--account needs a value/],
    ['an option given twice', ['check', '--role', 'client', '--role', 'server'], /twice/],
    ['a word too many', ['check', 'now'], /"now"/],
    [
      'an address as domain',
      ['check', '--simulate', 'domain-only-pc', '--domain', '192.0.2.1'],
      /DNS name of the on-p/,
    ],
    ['DOMAIN\\user', ['check', '--simulate', 'entra-client-ready', '--account', 'CORP\\adele'], /DOMAIN\\user/],
    [
      'a domain that is none',
      ['check', '--simulate', 'entra-client-ready', '--domain', 'a b'],
      /DNS name of the on-premises domain/,
    ],
    ['a peer with a scheme', ['check', '--simulate', 'entra-client-ready', '--peer', 'https://pc'], /other PC/],
    ['a missing recording', ['check', '--recording', '/no/such/place'], /no file or folder/],
    ['a recording and a simulated machine', ['check', '--recording', 'x', '--simulate', 'y'], /not both/],
    ['an unknown simulated machine', ['check', '--simulate', 'toaster'], /toaster/],
    ['a time that is none', ['check', '--simulate', 'entra-client-ready', '--at', 'soon'], /--at/],
    [
      'a day that is none',
      ['check', '--simulate', 'entra-client-ready', '--at', '2027-02-30T00:00:00Z'],
      /takes a time/,
    ],
    [
      'a time before the machine’s clock',
      ['check', '--simulate', 'entra-client-ready', '--at', '2020-01-01T00:00:00Z'],
      /before/,
    ],
    ['a state without a machine', ['check', '--state', 'x'], /--simulate/],
    ['no file to analyse', ['analyse'], /needs FILE/],
    ['a file that is not there', ['read', '/no/such/file'], /no file/],
    ['a folder to read', ['read', '/'], /folder/],
    ['an unknown kind', ['read', '--as', 'xml', '-'], /takes/],
  ]
  for (const [what, args, pattern] of rows)
    test(what, async () => {
      const { code, stdout, stderr } = await doctor(args)
      assert.equal(code, 2)
      assert.match(stdout + stderr, pattern)
      assert.doesNotMatch(stderr, /\n\s+at /, 'a stack trace')
    })

  test('with --json it is a fault on standard output', async () => {
    const { code, value } = await json('check', '--recording', '/no/such/place')
    assert.equal(code, 2)
    assert.equal(value.fault.code, 'missing')
    assert.match(value.fault.message, /no file or folder/)
  })
})

test('every verb explains itself', async () => {
  for (const verb of ['check', 'read', 'analyse', 'rules']) {
    const { code, stdout } = await doctor([verb, '--help'])
    assert.equal(code, 0)
    assert.match(stdout, new RegExp(`^pku2u-doctor ${verb}`))
    const { code: again, value } = await json(verb, '--help')
    assert.deepEqual([again, value.verb], [0, verb])
    for (const { option, text } of value.options) assert.ok(stdout.includes(option) && stdout.includes(text), option)
  }
})
