import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import type { ExportFile } from './export-file.ts'
import { writeFiles } from './write-files.ts'

const folder = await mkdtemp(join(tmpdir(), 'pku2u-exports-'))
after(() => rm(folder, { recursive: true, force: true }))
const fresh = async (): Promise<string> => mkdtemp(join(folder, 'case-'))

const one: ExportFile = { name: 'a.txt', text: 'first\nsecond\n', encoding: 'ascii' }
const two: readonly ExportFile[] = [one, { name: 'b.txt', text: 'other\n', encoding: 'utf-16' }]
const faultOf = async (files: readonly ExportFile[], target: string) => {
  const result = await writeFiles(files, target, false)
  assert.ok(!result.ok)
  return result.fault
}

describe('writing exports', () => {
  test('one file, with its size and hash, and nothing beside it', async () => {
    const place = await fresh()
    const result = await writeFiles([one], join(place, 'x.txt'), false)
    const bytes = await readFile(join(place, 'x.txt'))
    assert.equal(bytes.toString(), 'first\r\nsecond\r\n')
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    assert.deepEqual(result, { ok: true, value: [{ file: join(place, 'x.txt'), bytes: bytes.length, sha256 }] })
    assert.deepEqual(await readdir(place), ['x.txt'])
  })

  test('several go into a folder that is made for them', async () => {
    const place = join(await fresh(), 'pair')
    assert.ok((await writeFiles(two, place, false)).ok)
    assert.deepEqual((await readdir(place)).sort(), ['a.txt', 'b.txt'])
    assert.ok((await writeFiles(two, place, false)).ok, 'the same again is no loss')
  })

  test('a file that holds something else stays, unless it is to be replaced', async () => {
    const place = join(await fresh(), 'x.txt')
    await writeFile(place, 'mine')
    const { code, message } = await faultOf([one], place)
    assert.equal(code, 'conflict')
    assert.match(message, /holds something else/)
    assert.equal(await readFile(place, 'utf8'), 'mine')
    assert.ok((await writeFiles([one], place, true)).ok)
    assert.equal(await readFile(place, 'utf8'), 'first\r\nsecond\r\n')
  })

  test('of several none is written when one of them may not be', async () => {
    const place = await fresh()
    await writeFile(join(place, 'b.txt'), 'mine')
    assert.equal((await faultOf(two, place)).code, 'conflict')
    assert.deepEqual(await readdir(place), ['b.txt'])
  })

  test('what cannot be written is named, and leaves nothing', async () => {
    const place = await fresh()
    assert.match((await faultOf([one], join(place, 'none', 'x.txt'))).message, /the folder is not there/)
    assert.match((await faultOf([one], place)).message, /it is a folder/)
    await writeFile(join(place, 'file'), 'x')
    assert.match((await faultOf(two, join(place, 'file'))).message, /not a folder/)
    assert.match((await faultOf([one], join(place, 'x'.repeat(300)))).message, /the name is too long/)
    assert.deepEqual(await readdir(place), ['file'])
  })

  test('a folder that refuses', async (t) => {
    if (process.getuid?.() === 0) return t.skip('root may write everywhere')
    const place = join(await fresh(), 'closed')
    await mkdir(place)
    await chmod(place, 0o500)
    const { code, message } = await faultOf([one], join(place, 'x.txt'))
    assert.equal(code, 'denied')
    assert.match(message, /access was refused/)
  })
})
