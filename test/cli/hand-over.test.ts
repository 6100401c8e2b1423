import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { exportKinds } from '../../src/shared/hand-over.ts'
import { doctor } from './doctor.ts'

const folder = await mkdtemp(join(tmpdir(), 'pku2u-hand-over-'))
after(() => rm(folder, { recursive: true, force: true }))
const place = (name: string) => join(folder, name)
const json = async (...args: readonly string[]) => {
  const { code, stdout } = await doctor([...args, '--json'])
  return { code, value: JSON.parse(stdout) }
}
interface Written {
  readonly file: string
  readonly bytes: number
  readonly sha256: string
}
const assertOnDisk = async ({ file, bytes, sha256 }: Written) => {
  const content = await readFile(file)
  assert.equal(content.length, bytes)
  assert.equal(createHash('sha256').update(content).digest('hex'), sha256)
}

describe('export', () => {
  for (const kind of exportKinds)
    test(`${kind}: the answer is what is on disk, and the same again`, async () => {
      const first = await json('export', kind, '--out', place(kind))
      assert.equal(first.code, 0)
      await assertOnDisk(first.value)
      for (const each of first.value.files ?? []) await assertOnDisk(each)
      assert.equal(first.value.files?.length, kind === 'intune-remediation' ? 2 : undefined)
      assert.deepEqual(await json('export', kind, '--out', place(kind)), first)
    })

  test('does not replace what is there without --force', async () => {
    await writeFile(place('mine.reg'), 'mine')
    const { code, value } = await json('export', 'reg', '--out', place('mine.reg'))
    assert.equal(code, 2)
    assert.equal(value.fault.code, 'conflict')
    assert.match(value.fault.message, /--force/)
    assert.equal((await json('export', 'reg', '--out', place('mine.reg'), '--force')).code, 0)
  })

  test('takes domains in one list, and quotes them', async () => {
    const domains = 'corp.contoso.com,emea.contoso.com'
    const args = ['--domain', domains, '--account', 'o\u2019neil@contoso.com', '--action', 'rotate']
    const { value } = await json('export', 'kerberos-server', '--out', place('rotate.ps1'), ...args)
    const text = await readFile(value.file, 'utf8')
    assert.match(text, /@\('corp\.contoso\.com', 'emea\.contoso\.com'\)/)
    assert.ok(text.includes("'o\u2019\u2019neil@contoso.com'"))
    assert.ok(text.startsWith('\ufeff'), 'without a mark Windows PowerShell 5.1 would read another quotation mark')
  })

  for (const [name, args, words] of [
    ['an unknown kind', ['export', 'msi', '--out', place('x')], /powershell, reg/],
    ['no target', ['export', 'reg'], /--out/],
    ['a fix that is no value', ['export', 'reg', '--fix', 'rdp.add-user', '--out', place('x')], /pku2u\.enable/],
    ['a kind that the fix has not', ['export', 'gpo-inf', '--fix', 'rdp.enable', '--out', place('x')], /powershell/],
    ['an option of the other family', ['export', 'reg', '--domain', 'a.b', '--out', place('x')], /--domain/],
    ['a bad domain', ['export', 'kerberos-server', '--domain', '$(x)', '--out', place('x')], /DNS name/],
    [
      'a UPN form without account',
      ['export', 'kerberos-server', '--credentials', 'upn', '--out', place('x')],
      /admin@/,
    ],
    [
      'an account where nobody signs in by name',
      ['export', 'kerberos-server', '--credentials', 'cloud-prompt', '--account', 'a@contoso.com', '--out', place('x')],
      /--account/,
    ],
    ['a missing folder', ['export', 'reg', '--out', place('none/x.reg')], /folder is not there/],
  ] as const)
    test(`${name} ends with 2 and says so`, async () => {
      const { code, value } = await json(...args)
      assert.equal(code, 2)
      assert.match(value.fault.message, words)
    })
})

describe('rdp', () => {
  test('what is written has no problem', async () => {
    const file = place('good.rdp')
    const wrote = await json('rdp', 'write', '--peer', 'PC-0417', '--account', 'adele@contoso.com', '--out', file)
    assert.deepEqual(Object.keys(wrote.value), ['file', 'bytes', 'sha256'])
    await assertOnDisk(wrote.value)
    const linted = await json('rdp', 'lint', file)
    assert.equal(linted.code, 0)
    assert.deepEqual(linted, await json('read', '--as', 'rdp', file))
    assert.deepEqual(linted.value.facts.problems, [])
  })

  test('another file is kept but for its password', async () => {
    await writeFile(place('old.rdp'), 'full address:s:OLD\r\nmy:s:own\r\npassword 51:b:D08C9DDF\r\n')
    const args = ['--from', place('old.rdp'), '--peer', 'PC-0417', '--account', 'adele@contoso.com']
    const { code, stdout } = await doctor(['rdp', 'write', ...args, '--out', place('new.rdp')])
    assert.equal(code, 0)
    assert.match(stdout, /password was left out/)
    const text = (await readFile(place('new.rdp'))).toString('utf16le')
    assert.match(text, /my:s:own/)
    assert.doesNotMatch(text, /D08C9DDF|OLD/)
    const { stdout: said } = await doctor(['rdp', 'lint', place('old.rdp')])
    assert.match(said, /password-stored/)
    assert.doesNotMatch(said, /D08C9DDF/)
  })

  for (const [name, args, words] of [
    ['no verb of its own', ['rdp', 'open'], /lint FILE\.rdp/],
    ['lint without a file', ['rdp', 'lint'], /lint FILE\.rdp/],
    ['no host', ['rdp', 'write', '--account', 'adele@contoso.com', '--out', place('x')], /--peer/],
    ['no account', ['rdp', 'write', '--peer', 'PC', '--out', place('x')], /--account/],
    ['a bad host', ['rdp', 'write', '--peer', 'a b', '--account', 'adele@contoso.com', '--out', place('x')], /--peer/],
    [
      'an address with a web account',
      ['rdp', 'write', '--peer', '192.0.2.10', '--account', 'a@contoso.com', '--path', 'web', '--out', place('x')],
      /IP address/,
    ],
  ] as const)
    test(`${name} ends with 2 and says so`, async () => {
      const { code, value } = await json(...args)
      assert.equal(code, 2)
      assert.match(value.fault.message, words)
    })
})
