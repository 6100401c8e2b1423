import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { recordingFiles, saveRecording } from '../../src/core/recording/save.ts'
import { machineThat } from '../kit/judged.ts'
import { makeZip } from '../kit/make-zip.ts'
import { doctor } from './doctor.ts'

const folder = await mkdtemp(join(tmpdir(), 'pku2u-pair-'))
after(() => rm(folder, { recursive: true, force: true }))

const json = async (...args: readonly string[]) => {
  const { code, stdout, stderr } = await doctor([...args, '--json'])
  return { code, stderr, value: stdout === '' ? null : JSON.parse(stdout) }
}
const account = ['--account', 'adele@contoso.com'] as const
const codeOf = async (machine: string, ...options: readonly string[]): Promise<string> =>
  `code:${(await json('code', '--simulate', machine, ...options)).value.code}`
const client = (machine: string) => codeOf(machine, ...account)
const server = (machine: string) => codeOf(machine, '--role', 'server', ...account)

describe('code', () => {
  test('is the same for the same machine and case, and says how long it is', async () => {
    const { code, value } = await json('code', '--simulate', 'entra-client-ready', ...account)
    assert.equal(code, 0)
    assert.deepEqual(Object.keys(value), ['code', 'characters'])
    assert.equal(value.characters, value.code.length)
    assert.ok(value.characters <= 400)
    const again = await doctor(['code', '--simulate', 'entra-client-ready', ...account])
    assert.equal(again.stdout.trim(), value.code)
  })

  test('--decode says what the contract lists, in any spelling', async () => {
    const text = (await server('hybrid-server-off-by-gpo')).replace('code:', '')
    for (const spelled of [
      text,
      text.toLowerCase().replaceAll('-', ' '),
      text.replaceAll('0', 'O').replaceAll('-', ''),
    ]) {
      const { code, value } = await json('code', '--decode', spelled)
      assert.equal(code, 0)
      const { version, role, join: joined, pku2u, owner, restartDue, build, isServer, verdict, fingerprints } = value
      assert.deepEqual(
        { version, role, joined, pku2u, owner, restartDue, build, isServer, verdict, fingerprints },
        {
          version: 1,
          role: 'server',
          joined: 'hybrid-joined',
          pku2u: 'off',
          owner: 'group-policy',
          restartDue: false,
          build: 20348,
          isServer: true,
          verdict: 'managed',
          fingerprints: { tenant: 'RDWFMTY19T', account: 'N0QF3X' },
        },
      )
    }
  })

  test('--decode takes a code whose groups come as words of their own', async () => {
    const text = (await client('entra-client-ready')).replace('code:', '')
    const whole = await json('code', '--decode', text)
    assert.equal(whole.code, 0)
    assert.deepEqual(await json('code', '--decode', ...text.split('-')), whole)
    assert.equal((await json('code', '--simulate', 'entra-client-ready', 'word')).code, 2)
  })

  test('with a mistake names the group, and ends with 2', async () => {
    const text = (await client('entra-client-ready')).replace('code:', '')
    const { code, value } = await json(
      'code',
      '--decode',
      text.replace(/^(.{12})./, (_, front) => `${front}U`),
    )
    assert.equal(code, 2)
    assert.equal(value.fault.code, 'unreadable')
    assert.match(value.fault.message, /group 3/)
    assert.equal((await json('code', '--decode', text, '--role', 'server')).code, 2)
  })
})

describe('pair', () => {
  const rows: readonly (readonly [what: string, a: string, b: string, state: string, code: number])[] = [
    ['both ready', 'entra-client-ready', 'entra-server-ready', 'go', 0],
    ['the client off', 'client-value-off', 'entra-server-ready', 'fix-client', 3],
    ['the server’s policy', 'entra-client-ready', 'hybrid-server-off-by-gpo', 'fix-server', 6],
    ['a restart forgotten', 'entra-client-ready', 'entra-server-restart-forgotten', 'fix-server', 5],
    ['both', 'client-value-off', 'server-default', 'fix-both', 3],
    ['nothing readable', 'nothing-readable', 'entra-server-ready', 'unknown', 7],
  ]
  for (const [what, a, b, state, expected] of rows)
    test(`${what}: ${state}, ${expected}`, async () => {
      const { code, value } = await json('pair', await client(a), await server(b))
      assert.equal(value.verdict.state, state, JSON.stringify(value))
      assert.equal(code, expected)
      assert.deepEqual(Object.keys(value), ['verdict', 'client', 'server', 'reasons'])
      for (const reason of value.reasons) assert.deepEqual(Object.keys(reason), ['end', 'id', 'text'])
    })

  test('two of one role end with the code of the worse one, and never with 0 or 4', async () => {
    const managed = await json('pair', await client('entra-client-ready'), await client('entra-client-off-by-intune'))
    assert.deepEqual([managed.code, managed.value.verdict.state], [6, 'mismatch'])
    const ready = await json('pair', await client('entra-client-ready'), await client('entra-client-not-set'))
    assert.deepEqual([ready.code, ready.value.verdict.state], [3, 'mismatch'])
  })

  const saved = async (name: string, part: Parameters<typeof machineThat>[0]): Promise<string> => {
    const path = join(folder, name)
    await saveRecording(path, machineThat(part))
    return path
  }
  const target = {
    hostName: 'PC-0600',
    remoteDesktopOn: true,
    remoteDesktopUsers: [{ sid: 'S-1-12-1-1-2-3-4', name: 'AzureAD\\adele@contoso.com' }],
  }

  test('recordings, zips, reports and bundles: what they are is seen from what they hold', async () => {
    const recording = await saved('client', {})
    const report = join(folder, 'client-report')
    await writeFile(report, (await doctor(['check', '--recording', recording, ...account, '--json'])).stdout)
    const zip = join(folder, 'server.zip')
    await writeFile(zip, makeZip(Object.fromEntries(recordingFiles(machineThat(target)))))
    for (const a of [recording, report])
      assert.equal((await json('pair', a, zip, ...account)).value.verdict.state, 'go', a)
    const old = JSON.parse(await readFile(report, 'utf8'))
    delete old.fingerprints
    await writeFile(report, JSON.stringify(old))
    assert.equal((await json('pair', report, zip, ...account)).value.verdict.state, 'go')
  })

  test('redacted bundles are told apart by the fingerprints of their reports, whatever their case keys', async () => {
    const bundle = async (machine: string, key: string, ...options: readonly string[]): Promise<string> => {
      const out = join(folder, `${machine}-${key}.zip`)
      const made = await json('bundle', '--simulate', machine, ...account, ...options, '--out', out, '--case-key', key)
      assert.equal(made.code, 0, made.stderr)
      return out
    }
    const a = await bundle('entra-client-ready', 'one')
    const b = await bundle('entra-server-ready', 'two', '--role', 'server')
    const { code, value } = await json('pair', a, b)
    assert.deepEqual([code, value.verdict.state], [0, 'go'], JSON.stringify(value))
    const twice = await json('pair', a, a)
    assert.deepEqual([twice.code, twice.value.reasons[0].id], [3, 'pair.same-end'])
    assert.equal((await json('pair', a, await client('entra-client-ready'))).value.reasons[0].id, 'pair.same-end')
    const anew = await json('pair', a, await server('entra-server-ready'), '--account', 'megan@contoso.com')
    assert.deepEqual([anew.code, anew.value.verdict.state], [7, 'unknown'], JSON.stringify(anew.value))
    const keyed = await json('pair', a, await server('entra-server-ready'), ...account, '--case-key', 'one')
    assert.equal(keyed.value.verdict.state, 'go', JSON.stringify(keyed.value))
  })

  test('two tenants end with 3, and the text says so', async () => {
    const other = await saved('fabrikam', {
      ...target,
      dsregcmd: (text) =>
        text.replaceAll('11111111-2222-4333-8444-555555555555', '66666666-7777-4888-9999-aaaaaaaaaaaa'),
    })
    const { code, stdout } = await doctor(['pair', await client('entra-client-ready'), other, ...account])
    assert.equal(code, 3)
    assert.match(stdout, /MISMATCH: .*different tenants/)
  })

  test('no account anywhere is a note while the client’s user can prove one of the tenant', async () => {
    const ends = [await codeOf('entra-client-ready'), await codeOf('entra-server-ready', '--role', 'server')] as const
    const { code, value } = await json('pair', ...ends)
    assert.deepEqual([code, value.verdict.state], [4, 'go'])
    assert.match(value.verdict.headline, /Neither end was checked for an account/)
  })

  test('what is no end is one sentence that says which, and 2', async () => {
    const good = await client('entra-client-ready')
    const notes = join(folder, 'notes.json')
    await writeFile(notes, '{"format":"something else"}')
    for (const [a, b, pattern] of [
      [good, join(folder, 'nothing'), /^The server: There is no file/],
      [notes, good, /^The client: .*not a report/],
      ['code:2J2A7', good, /^The client: The code is not complete/],
    ] as const) {
      const { code, value } = await json('pair', a, b)
      assert.equal(code, 2)
      assert.match(value.fault.message, pattern)
    }
  })
})
