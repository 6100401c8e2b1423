import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { saveRecording } from '../../src/core/recording/save.ts'
import { bundleFiles } from '../kit/bundle-files.ts'
import { dword, machineThat } from '../kit/judged.ts'
import { makeZip } from '../kit/make-zip.ts'
import { doctor } from './doctor.ts'

const folder = await mkdtemp(join(tmpdir(), 'pku2u-bundles-'))
after(() => rm(folder, { recursive: true, force: true }))

const pku2u = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Lsa\\pku2u'
const off = machineThat({ registry: { [pku2u]: { values: { AllowOnlineID: dword(0) } } } })
const on = machineThat()
const saved = async (name: string, bytes: Uint8Array | string): Promise<string> => {
  const path = join(folder, name)
  await writeFile(path, bytes)
  return path
}
const json = async (...args: readonly string[]) => {
  const ended = await doctor([...args, '--json'])
  return { ...ended, value: JSON.parse(ended.stdout) }
}

test('analyse takes the case from the bundle, finds it below a folder, and says what is no bundle', async () => {
  const files = bundleFiles(off, { role: 'server' })
  const inside = Object.fromEntries(Object.entries(files).map(([name, content]) => [`PC-0417/${name}`, content]))
  for (const path of [await saved('plain.zip', makeZip(files)), await saved('inside.zip', makeZip(inside))]) {
    const { value, code } = await json('analyse', path)
    assert.equal(value.source, 'bundle')
    assert.equal(value.intent.role, 'server')
    assert.equal(code, 3)
    assert.equal('notes' in value, false)
  }
  const report = await json('analyse', await saved('report.json', String(files['report.json'])))
  assert.equal(report.code, 2)
  assert.equal(report.value.fault.code, 'unreadable')
  assert.match(report.value.fault.message, /a report alone cannot be judged again, but "diff" reads it/)
  const changed = await doctor(['analyse', await saved('changed.zip', makeZip({ ...files, 'report.json': '{}' }))])
  assert.match(changed.stdout, /Note: report\.json was changed after the bundle was saved\./)
})

describe('diff', () => {
  test('only what differs, from bundles, recordings and reports', async () => {
    const before = await saved('before.zip', makeZip(bundleFiles(off)))
    const after_ = join(folder, 'after')
    await saveRecording(after_, on)
    const report = await saved('before.json', String(bundleFiles(off)['report.json']))
    for (const first of [before, report]) {
      const { code, value } = await json('diff', first, after_)
      assert.equal(code, 0)
      assert.deepEqual(value.verdict, { a: 'fixable', b: 'ready' })
      assert.deepEqual(value.findings, [
        { id: 'pku2u.setting', a: 'fail', b: 'pass' },
        { id: 'pku2u.owner', a: 'unknown', b: 'pass' },
      ])
      assert.deepEqual(value.facts, [
        { path: 'pku2u.value', a: 0, b: 1 },
        { path: 'pku2u.state', a: 'off', b: 'on' },
      ])
      assert.deepEqual(value.notes, [])
      assert.equal(value.b.file, 'after')
    }
    const text = await doctor(['diff', before, after_])
    assert.match(text.stdout, /Verdict: fixable → ready/)
    assert.match(text.stdout, /pku2u\.setting {2}fail → pass/)
    assert.match((await doctor(['diff', before, before])).stdout, /Nothing differs\./)
  })

  test('a recording is judged for the case of the bundle beside it', async () => {
    const server = await saved('server.zip', makeZip(bundleFiles(on, { role: 'server' })))
    const { value } = await json('diff', join(folder, 'after'), server)
    assert.deepEqual([value.a.role, value.b.role, value.findings], ['server', 'server', []])
  })

  test('tokens of different case keys are not compared', async () => {
    const other = machineThat({ machine: { hostName: 'PC-0999' } })
    const keyed = (machine: typeof on, caseKeyId: string) =>
      makeZip(bundleFiles(machine, {}, { 'redaction.json': JSON.stringify({ caseKeyId }) }))
    const one = await saved('key-one.zip', keyed(on, 'one'))
    const two = await saved('key-two.zip', keyed(other, 'two'))
    const same = await saved('key-same.zip', keyed(other, 'one'))
    const different = await json('diff', one, two)
    assert.deepEqual(different.value.facts, [])
    assert.match(different.value.notes[0], /different case keys/)
    const plain = await json('diff', one, join(folder, 'before.zip'))
    assert.match(plain.value.notes[0], /Only one of the two was redacted/)
    const tokens = String(bundleFiles(on)['report.json']).replaceAll('PC-0417', 'host-0ggs7scceke9')
    const report = await json('diff', one, await saved('tokens.json', tokens))
    assert.match(report.value.notes[0], /A report alone does not say under which case key/)
    assert.deepEqual((await json('diff', one, same)).value.facts, [{ path: 'host.name', a: 'PC-0417', b: 'PC-0999' }])
  })

  test('what cannot be compared is named', async () => {
    const good = join(folder, 'before.zip')
    const odd = await saved('odd.json', '{"format":"something else"}')
    const nested = `${'{"a":'.repeat(200_000)}1${'}'.repeat(200_000)}`
    const deep = String(bundleFiles(on)['report.json']).replace('"facts":{', `"facts":{"deep":${nested},`)
    for (const [path, why] of [
      [await saved('deep.json', deep), /deep\.json is not a report/],
      [join(folder, 'none.zip'), /no file or folder/],
      [odd, /odd\.json is not a report/],
      [await saved('cut.json', '{'), /cut\.json is not valid JSON/],
    ] as const) {
      const { code, value } = await json('diff', good, path)
      assert.equal(code, 2)
      assert.match(value.fault.message, why)
    }
  })
})

describe('triage', () => {
  const many = join(folder, 'many')
  const lines = async (...args: readonly string[]) => {
    const ended = await doctor(['triage', ...args, '--json'])
    return {
      ...ended,
      rows: ended.stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    }
  }

  test('one line for each bundle in the order of the names, broken ones too, then the totals', async () => {
    await mkdir(join(many, 'deeper', 'empty'), { recursive: true })
    await writeFile(join(many, 'c-off.zip'), makeZip(bundleFiles(off, { role: 'client' })))
    await writeFile(join(many, 'A-ready.ZIP'), makeZip(bundleFiles(on)))
    await writeFile(join(many, 'b-broken.zip'), 'PK and nothing more')
    await writeFile(join(many, 'notes.txt'), 'not a bundle')
    await writeFile(join(many, 'deeper', 'evil.zip'), makeZip({ '../evil.txt': 'x' }))
    await saveRecording(join(many, 'deeper', 'recorded'), off)
    await symlink(many, join(many, 'loop'))
    const { code, rows, stderr } = await lines(many)
    assert.equal(code, 0)
    assert.equal(stderr, '')
    assert.deepEqual(
      rows.map(({ file, verdict, fault }) => file && [file, verdict ?? fault.code]),
      [
        ['A-ready.ZIP', 'ready'],
        ['b-broken.zip', 'unreadable'],
        ['c-off.zip', 'fixable'],
        ['deeper/evil.zip', 'unreadable'],
        ['deeper/recorded', 'fixable'],
        undefined,
      ],
    )
    assert.deepEqual(rows[2], {
      file: 'c-off.zip',
      verdict: 'fixable',
      causes: ['pku2u.setting'],
      role: 'client',
      recordedAt: '2026-11-20T09:15:00Z',
    })
    assert.match(
      rows[3].fault.message,
      /^deeper\/evil\.zip cannot be used: "\.\.\/evil\.txt" would leave the folder\.$/,
    )
    const { totals, files, seconds } = rows[5]
    assert.deepEqual([totals, files, typeof seconds], [{ ready: 1, fixable: 2 }, 5, 'number'])
  })

  test('as text, of an empty folder, and of what is no folder', async () => {
    const text = (await doctor(['triage', many])).stdout
    assert.match(text, /^FIXABLE {6}c-off\.zip {2}client {2}2026-11-20T09:15:00Z {2}pku2u\.setting$/m)
    assert.match(text, /^BROKEN {7}b-broken\.zip/m)
    assert.match(text, /5 bundles in [\d.]+ s, 1 ready, 2 fixable, 2 broken/)
    const empty = await lines(join(many, 'deeper', 'empty'))
    assert.deepEqual([empty.rows.length, empty.rows[0].totals, empty.rows[0].files], [1, {}, 0])
    assert.deepEqual((await lines(join(many, 'deeper', 'recorded'))).rows[0].file, 'recorded')
    for (const [path, why] of [
      [join(many, 'none'), /no folder/],
      [join(many, 'c-off.zip'), /is a file/],
    ] as const) {
      const ended = await doctor(['triage', path, '--json'])
      assert.equal(ended.code, 2)
      assert.match(JSON.parse(ended.stdout).fault.message, why)
    }
  })
})
