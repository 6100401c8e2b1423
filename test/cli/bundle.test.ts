import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { saveRecording } from '../../src/core/recording/save.ts'
import { machineThat } from '../kit/judged.ts'
import { doctor } from './doctor.ts'

const folder = await mkdtemp(join(tmpdir(), 'pku2u-cli-bundle-'))
after(() => rm(folder, { recursive: true, force: true }))
const at = (name: string) => join(folder, name)
const machine = ['--simulate', 'entra-client-off-by-intune', '--account', 'adele@contoso.com'] as const

describe('bundle', () => {
  test('answers what was saved; the same key makes the same file, from wherever it comes', async () => {
    const typed = await doctor(['bundle', ...machine, '--out', at('a.zip'), '--case-key', 'a key for this', '--json'])
    const piped = await doctor(
      ['bundle', ...machine, '--out', at('b.zip'), '--case-key', '-', '--json'],
      'a key for this\n',
    )
    assert.equal(typed.code, 0, typed.stderr)
    const answer = JSON.parse(typed.stdout)
    assert.deepEqual(Object.keys(answer).sort(), [
      'bytes',
      'caseKeyId',
      'file',
      'findings',
      'redacted',
      'sha256',
      'verdict',
    ])
    const bytes = await readFile(at('a.zip'))
    assert.equal(answer.bytes, bytes.length)
    assert.equal(answer.sha256, createHash('sha256').update(bytes).digest('hex'))
    assert.equal(answer.verdict, 'managed')
    assert.equal(answer.findings.fail, 2)
    assert.ok(answer.redacted.user > 0 && answer.redacted.tenant > 0)
    assert.equal(JSON.parse(piped.stdout).sha256, answer.sha256)
    assert.equal(typed.stderr, '')
  })

  test('is judged like the machine it came from', async () => {
    const made = await doctor(['bundle', ...machine, '--out', at('c.zip'), '--json'])
    assert.equal(made.code, 0, made.stderr)
    assert.match(made.stderr, /^Case key: \S+\n$/)
    const [checked, analysed] = await Promise.all([
      doctor(['check', ...machine, '--json']),
      doctor(['analyse', at('c.zip'), '--json']),
    ])
    assert.equal(analysed.code, checked.code)
    const [before, after] = [JSON.parse(checked.stdout), JSON.parse(analysed.stdout)]
    assert.equal(after.source, 'bundle')
    assert.equal(after.verdict.state, before.verdict.state)
    const statuses = (report: typeof before) => report.findings.map(({ id, status }: typeof before) => [id, status])
    assert.deepEqual(statuses(after), statuses(before))
    assert.deepEqual(after.fingerprints, before.fingerprints)
  })

  test('with the other end’s code it tells about both ends, redacted or not, and analyse tells the same', async () => {
    const code = await doctor(['code', '--simulate', 'entra-server-ready', '--role', 'server', '--json'])
    const other = ['--other', `code:${JSON.parse(code.stdout).code}`] as const
    const checked = await doctor(['check', ...machine, ...other, '--json'])
    const { otherEnd, verdict } = JSON.parse(checked.stdout)
    assert.equal(verdict.state, 'managed')
    assert.equal(otherEnd.pair.verdict.state, 'fix-client')
    assert.equal(otherEnd.pair.client.state, 'managed')
    for (const wish of [['--case-key', 'a key for this'], ['--no-redaction']]) {
      const made = await doctor(['bundle', ...machine, ...other, ...wish, '--out', at('both.zip'), '--force'])
      assert.equal(made.code, 0, made.stderr)
      const analysed = await doctor(['analyse', at('both.zip'), '--json'])
      assert.deepEqual(JSON.parse(analysed.stdout).otherEnd, otherEnd)
      const words = await doctor(['analyse', at('both.zip')])
      assert.match(words.stdout, /^Both ends: The client stands in the way\. /m)
    }
    const again = ['bundle', ...machine, ...other, '--case-key', 'a key for this', '--out'] as const
    const [one, two] = [await doctor([...again, at('x.zip')]), await doctor([...again, at('y.zip')])]
    assert.deepEqual([one.code, two.code], [0, 0])
    assert.deepEqual(await readFile(at('x.zip')), await readFile(at('y.zip')))
  })

  test('a code with a mistake is refused, in the words of whoever reads codes', async () => {
    for (const verb of [['check'], ['bundle', '--out', at('never.zip')]]) {
      const { code, stderr } = await doctor([...verb, ...machine, '--other', '2F7K2-QX4TA'])
      assert.equal(code, 2)
      assert.match(stderr, /--other: The mistake is in group|--other: .*group/)
    }
    assert.equal((await readdir(folder)).includes('never.zip'), false)
  })

  test('in words it shows the key that was made, once', async () => {
    const { code, stdout } = await doctor(['bundle', ...machine, '--out', at('d.zip')])
    assert.equal(code, 0)
    assert.match(stdout, /^Saved .*d\.zip \(\d+ bytes\)$/m)
    assert.match(stdout, /^Case key: \S+$/m)
    const given = await doctor(['bundle', ...machine, '--out', at('e.zip'), '--case-key', 'a key for this'])
    assert.doesNotMatch(given.stdout, /a key for this|Case key/)
  })

  test('of a recording, and of a bundle, whose tokens stay', async () => {
    const recording = at('recording')
    await saveRecording(recording, machineThat({ allowOnlineId: 0 }))
    const first = await doctor(['bundle', '--recording', recording, '--out', at('f.zip'), '--json'])
    assert.equal(JSON.parse(first.stdout).verdict, 'fixable')
    const second = await doctor(['bundle', '--recording', at('f.zip'), '--out', at('g.zip')])
    assert.equal(second.code, 0, second.stderr)
    assert.match(second.stdout, /was redacted before/)
    const analysed = await doctor(['analyse', at('g.zip'), '--json'])
    assert.match(JSON.parse(analysed.stdout).facts.host.name, /^host-/)
    const named = ['bundle', '--recording', at('f.zip'), '--account', 'adele@contoso.com', '--out', at('g2.zip')]
    const refused = await doctor(named)
    assert.equal(refused.code, 2)
    assert.match(refused.stderr, /case key is needed/)
  })

  test('without redaction it says so, and names no key', async () => {
    const { stdout } = await doctor(['bundle', ...machine, '--out', at('h.zip'), '--no-redaction', '--json'])
    const answer = JSON.parse(stdout)
    assert.deepEqual([answer.caseKeyId, answer.redacted], [null, {}])
    const text = await doctor(['bundle', ...machine, '--out', at('i.zip'), '--no-redaction'])
    assert.match(text.stdout, /names, accounts and addresses in clear/)
  })

  test('what is wrong with the order or the place ends with 2 and leaves nothing behind', async () => {
    await writeFile(at('letter.zip'), 'a letter')
    const before = (await readdir(folder)).sort()
    for (const [args, message] of [
      [[...machine], /needs --out/],
      [[...machine, '--out', at('letter.zip')], /another file of that name is there.*--force/],
      [[...machine, '--out', at(join('nowhere', 'a.zip'))], /no such folder/],
      [[...machine, '--out', at(`${'x'.repeat(300)}.zip`)], /too long/],
      [[...machine, '--out', folder, '--force'], /a folder of that name is there\. Choose another name\.$/],
      [[...machine, '--out', at('j.zip'), '--case-key', 'x', '--no-redaction'], /not both/],
      [['--recording', at('none'), '--out', at('j.zip')], /no file or folder/],
      [['--recording', at('none'), '--out', at('j.zip'), '--raw-logs'], /a recording holds what was asked/],
    ] as const) {
      const { code, stdout, stderr } = await doctor(['bundle', ...args, '--json'])
      assert.equal(code, 2, stderr)
      assert.match(JSON.parse(stdout).fault.message, message)
    }
    assert.deepEqual((await readdir(folder)).sort(), before)
    assert.equal(await readFile(at('letter.zip'), 'utf8'), 'a letter')
    const forced = await doctor(['bundle', ...machine, '--out', at('letter.zip'), '--force', '--json'])
    assert.equal(forced.code, 0, forced.stderr)
  })

  test('this PC can only be asked on Windows', {
    skip: process.platform === 'win32' ? 'this is Windows' : false,
  }, async () => {
    const { code, stderr } = await doctor(['bundle', '--out', at('k.zip')])
    assert.equal(code, 2)
    assert.match(stderr, /not Windows/)
  })
})
