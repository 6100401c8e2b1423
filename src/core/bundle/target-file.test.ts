import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import type { Result } from '../../shared/result.ts'
import { openTarget } from './target-file.ts'
import { writeFault } from './write-faults.ts'

const folder = await mkdtemp(join(tmpdir(), 'pku2u-target-'))
after(() => rm(folder, { recursive: true, force: true }))

const sha256 = '0'.repeat(64)
const said = (result: Result<unknown>): string => (result.ok ? 'ok' : `${result.fault.code}: ${result.fault.message}`)

test('a file gets its name only when it is whole', async () => {
  const place = join(folder, 'first')
  await mkdir(place)
  const target = await openTarget(join(place, 'case.zip'), false)
  assert.ok(target.ok)
  await writeFile(target.value.temporary, 'whole')
  assert.deepEqual(
    (await readdir(place)).filter((name) => name === 'case.zip'),
    [],
  )
  assert.ok((await target.value.keep(sha256)).ok)
  assert.deepEqual(await readdir(place), ['case.zip'])
})

test('what is dropped leaves nothing behind', async () => {
  const place = join(folder, 'second')
  await mkdir(place)
  const target = await openTarget(join(place, 'case.zip'), false)
  assert.ok(target.ok)
  await writeFile(target.value.temporary, 'half')
  await target.value.drop()
  await target.value.drop()
  assert.deepEqual(await readdir(place), [])
})

test('a link that leads to nothing is kept', {
  skip: process.platform === 'win32' ? 'links need a right of their own there' : false,
}, async () => {
  const path = join(folder, 'link.zip')
  await symlink(join(folder, 'gone.zip'), path)
  assert.match(said(await openTarget(path, false)), /^conflict: .*another file of that name/)
})

test('a pipe is not waited for', {
  skip: process.platform === 'win32' ? 'needs pipes with a path' : false,
}, async () => {
  const path = join(folder, 'pipe.zip')
  execFileSync('mkfifo', [path])
  assert.match(said(await openTarget(path, false)), /^conflict: /)
})

test('a file that exists is kept, unless a person agreed to replace it', async () => {
  const path = join(folder, 'there.zip')
  await writeFile(path, 'old')
  assert.match(
    said(await openTarget(path, false)),
    /^conflict: .*there\.zip was not saved: another file of that name is there\./,
  )
  const target = await openTarget(path, true)
  assert.ok(target.ok)
  await writeFile(target.value.temporary, 'new')
  assert.ok((await target.value.keep(sha256)).ok)
  assert.equal(await readFile(path, 'utf8'), 'new')
})

test('a file of the same bytes is what was asked for', async () => {
  const place = join(folder, 'third')
  await mkdir(place)
  const path = join(place, 'case.zip')
  await writeFile(path, 'PK same')
  const target = await openTarget(path, false)
  assert.ok(target.ok)
  const same = createHash('sha256').update('PK same').digest('hex')
  assert.equal(said(await target.value.keep(same)), 'ok')
  assert.match(said(await target.value.keep(sha256)), /^conflict: .*another file/)
  assert.equal(await readFile(path, 'utf8'), 'PK same')
})

test('a file that appears meanwhile is kept too', async () => {
  const path = join(folder, 'meanwhile.zip')
  const target = await openTarget(path, false)
  assert.ok(target.ok)
  await writeFile(target.value.temporary, 'ours')
  await writeFile(path, 'theirs')
  assert.match(said(await target.value.keep(sha256)), /^conflict/)
  await target.value.drop()
  assert.equal(await readFile(path, 'utf8'), 'theirs')
})

test('a folder in the way, a name that is too long, and no folder at all are named', async () => {
  await mkdir(join(folder, 'folder.zip'))
  assert.match(said(await openTarget(join(folder, 'folder.zip'), true)), /^invalid-input: .*a folder of that name/)
  assert.match(said(await openTarget(join(folder, `${'x'.repeat(300)}.zip`), false)), /^usage: .*too long/)
  assert.match(
    said(await openTarget(join(folder, `${'x'.repeat(200)}/`.repeat(40), 'a.zip'), false)),
    /too long|no such folder/,
  )
  const nowhere = await openTarget(join(folder, 'none', 'a.zip'), false)
  const fault = nowhere.ok
    ? await writeFile(nowhere.value.temporary, '').catch((error) => writeFault('a.zip', error))
    : nowhere
  assert.match(fault === undefined ? '' : said(fault), /^missing: .*no such folder/)
})

test('no right to write is named', {
  skip: process.platform === 'win32' || process.getuid?.() === 0 ? 'an administrator may write everywhere' : false,
}, async () => {
  const place = join(folder, 'locked')
  await mkdir(place)
  await chmod(place, 0o500)
  const target = await openTarget(join(place, 'case.zip'), false)
  assert.ok(target.ok)
  const fault = await writeFile(target.value.temporary, '').catch((error) => writeFault('case.zip', error))
  assert.match(fault === undefined ? '' : said(fault), /^denied: .*may not write there/)
})

for (const [code, expected] of [
  ['EACCES', /^denied: a\.zip was not saved: you may not write there/],
  ['EROFS', /^denied: .*read-only/],
  ['ENOSPC', /^failed: .*the disk is full/],
  ['ENAMETOOLONG', /^usage: .*too long/],
  ['EIO', /^failed: a\.zip was not saved: /],
] as const)
  test(`${code} is told in words`, () => {
    assert.match(said(writeFault('a.zip', Object.assign(new Error('no'), { code }))), expected)
  })
