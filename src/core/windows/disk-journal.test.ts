import assert from 'node:assert/strict'
import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { interruptedEntry } from '../../../test/kit/journal-entry.ts'
import { fail, ok } from '../../shared/result.ts'
import type { JournalEntry } from '../recording/recording.ts'
import { diskJournal } from './disk-journal.ts'
import { fileStore } from './file-store.ts'

const root = await mkdtemp(join(tmpdir(), 'pku2u-journal-'))
after(() => rm(root, { recursive: true, force: true }))

const entry = (id: string, more: Partial<JournalEntry> = {}) => interruptedEntry({ id, by: 'CONTOSO\\admin', ...more })
const ids = ['aa-1', 'bb-2', 'cc-3'] as const
const open = async (more: Partial<Parameters<typeof diskJournal>[0]> = {}) => {
  const folder = await mkdtemp(join(root, 'one-'))
  return { folder, journal: diskJournal({ folder, prepare: async () => ok(undefined), ...more }) }
}
const listed = async (journal: ReturnType<typeof diskJournal>) => {
  const list = await journal.list()
  assert.ok(list.ok, JSON.stringify(list))
  return list.value
}

describe('a journal on the disk', () => {
  test('keeps what was saved, in the order in which it was begun, and replaces a set as a whole', async () => {
    const { folder, journal } = await open()
    for (const id of ids) assert.ok((await journal.save([entry(id)])).ok)
    const done = entry(ids[0], { state: 'verified', appliedAt: '2026-11-20T09:15:00Z' })
    const second = { ...done, fix: 'rdp.enable' }
    assert.ok((await journal.save([done, second])).ok)
    assert.deepEqual(await listed(journal), [done, second, entry(ids[1]), entry(ids[2])])
    assert.equal((await readdir(folder)).length, 3)
  })

  test('a folder that is not there is an empty journal', async () => {
    const { folder } = await open()
    assert.deepEqual(await listed(diskJournal({ folder: join(folder, 'no'), prepare: async () => ok(undefined) })), [])
  })

  test('what a later version wrote beside is kept', async () => {
    const { folder, journal } = await open()
    await journal.save([entry(ids[0])])
    const [name = ''] = await readdir(folder)
    const file = JSON.parse(await readFile(join(folder, name), 'utf8'))
    file.tool = '9.9.9'
    file.entries[0].consent = 'prompt'
    await writeFile(join(folder, name), JSON.stringify(file))
    assert.ok((await journal.save([entry(ids[0], { state: 'verified' })])).ok)
    const again = JSON.parse(await readFile(join(folder, name), 'utf8'))
    assert.deepEqual([again.tool, again.entries[0].consent, again.entries[0].state], ['9.9.9', 'prompt', 'verified'])
  })

  test('left-overs of a crash are not read', async () => {
    const { folder, journal } = await open()
    await journal.save([entry(ids[0])])
    const [name = ''] = await readdir(folder)
    await writeFile(join(folder, `${name}.new`), '{"half":')
    await writeFile(join(folder, '0000000002-bb.json.new'), '')
    assert.equal((await listed(journal)).length, 1)
    assert.ok((await journal.save([entry(ids[0], { state: 'verified' })])).ok)
  })

  test('a folder that is not trusted is not written to', async () => {
    const { folder, journal } = await open({ prepare: async () => fail('denied', 'planted') })
    const saved = await journal.save([entry(ids[0])])
    assert.equal(saved.ok ? 'ok' : saved.fault.message, 'planted')
    const ran = await journal.alone(async () => assert.fail('must not run'))
    assert.equal(ran.ok, false)
    assert.deepEqual(await readdir(folder), [])
  })

  test('an id that could lead elsewhere is refused', async () => {
    const { folder, journal } = await open()
    for (const id of ['../x', 'a/b', '', 'A\\B', 'x'.repeat(9)])
      assert.equal((await journal.save([entry(id)])).ok, false)
    assert.deepEqual(await readdir(folder), [])
  })
})

describe('a journal file that cannot be understood stops everything and is named', () => {
  const good = JSON.stringify({ format: 'pku2u-doctor/change-set@1', entries: [entry('aa-1')] })
  for (const [what, text, sentence] of [
    ['cut off', good.slice(0, good.length / 2), /damaged or cut off/],
    ['empty', '', /damaged or cut off/],
    ['not UTF-8', Buffer.from([0xff, 0xfe, 0x00]), /damaged or cut off/],
    ['foreign', '{"format":"something/else","entries":[{"id":"aa-1"}]}', /not a journal/],
    ['a list', '[]', /not a journal/],
    ['without entries', '{"format":"pku2u-doctor/change-set@1","entries":[]}', /not a journal/],
    ['from the future', good.replace('@1', '@2'), /newer version/],
    ['of another id', good.replace('aa-1', 'bb-2'), /not a change/],
    ['with a time that is none', good.replace('"appliedAt":null', '"appliedAt":"soon"'), /not a change/],
    ['with a state that is none', good.replace('captured', 'done'), /not a change/],
  ] as const)
    test(what, async () => {
      const { folder, journal } = await open()
      const path = join(folder, '0000000001-aa-1.json')
      await writeFile(path, text)
      const list = await journal.list()
      assert.equal(list.ok ? 'ok' : list.fault.code, 'unreadable')
      assert.match(list.ok ? '' : list.fault.message, sentence)
      assert.match(list.ok ? '' : list.fault.message, /0000000001-aa-1\.json .* Nothing was changed/)
      assert.equal((await journal.save([entry('aa-1')])).ok, false)
      assert.deepEqual(await readFile(path), Buffer.from(text))
    })

  test('under a name that is none of ours', async () => {
    const { folder, journal } = await open()
    await writeFile(join(folder, 'mine.json'), good)
    assert.equal((await journal.list()).ok, false)
  })
})

describe('one at a time', () => {
  const now = () => new Date().toISOString()
  const alive = new Set([100, 200])
  const locked = (folder: string, pid: number) =>
    diskJournal({ folder, prepare: async () => ok(undefined), pid, isAlive: (each) => alive.has(each) })

  test('the second one is told, and may go on when the first is done', async () => {
    const { folder } = await open()
    const ran = await locked(folder, 100).alone(async () => {
      const second = await locked(folder, 200).alone(async () => assert.fail('must not run'))
      assert.match(second.ok ? '' : second.fault.message, /another window or terminal/)
      return ok('first')
    })
    assert.deepEqual(ran, ok('first'))
    assert.deepEqual(await locked(folder, 200).alone(async () => ok('second')), ok('second'))
    assert.deepEqual(await readdir(folder), [])
  })

  test('of many at once, never two run, and the lock is gone afterwards', async () => {
    for (let round = 0; round < 20; round++) {
      const { folder } = await open()
      let [inside, ran] = [0, 0]
      const work = async () => {
        inside++
        ran++
        assert.equal(inside, 1)
        await new Promise((resolve) => setTimeout(resolve, 3))
        inside--
        return ok(undefined)
      }
      await writeFile(join(folder, 'lock-3'), round % 2 === 0 ? `4711 ${now()}` : '')
      const pids = Array.from({ length: 8 }, (_, index) => 1000 + index)
      const all = pids.map((pid) =>
        diskJournal({
          folder,
          prepare: async () => ok(undefined),
          pid,
          isAlive: (each) => each >= 1000 && each < 2000,
        }),
      )
      const results = await Promise.all(all.map((journal) => journal.alone(work)))
      assert.equal(results.filter((result) => result.ok).length, ran)
      for (const result of results) if (!result.ok) assert.equal(result.fault.code, 'conflict')
      assert.ok((await locked(folder, 100).alone(async () => ok(undefined))).ok)
      assert.deepEqual(await readdir(folder), [])
    }
  })

  test('the lock of a process that is gone is taken over, that of a running one is not', async () => {
    const { folder } = await open()
    await writeFile(join(folder, 'lock-7'), `4711 ${now()}`)
    assert.ok((await locked(folder, 100).alone(async () => ok(undefined))).ok)
    await writeFile(join(folder, 'lock-7'), `200 ${now()}`)
    assert.equal((await locked(folder, 100).alone(async () => ok(undefined))).ok, false)
    assert.deepEqual(await readdir(folder), ['lock-7'])
  })

  test('a lock from before the last start, or of hours ago, holds nobody up, whoever has its number by now', async () => {
    const { folder } = await open()
    for (const at of ['2020-01-01T00:00:00Z', new Date(Date.now() - 2 * 3_600_000).toISOString(), 'soon']) {
      await writeFile(join(folder, 'lock-1'), `200 ${at}`)
      assert.ok((await locked(folder, 100).alone(async () => ok(undefined))).ok, at)
      assert.deepEqual(await readdir(folder), [])
    }
  })

  test('it is freed when the work goes wrong', async () => {
    const { folder } = await open()
    await assert.rejects(locked(folder, 100).alone(async () => assert.fail('broken')))
    assert.deepEqual(await readdir(folder), [])
  })
})

test('a disk that is full is said, and nothing is left behind', async () => {
  const { folder } = await open()
  const full = fileStore({
    ...(await import('node:fs/promises')),
    open: async () => {
      throw Object.assign(new Error(), { code: 'ENOSPC' })
    },
  })
  const journal = diskJournal({ folder, prepare: async () => ok(undefined), files: full })
  const saved = await journal.save([entry('aa-1')])
  assert.match(saved.ok ? '' : saved.fault.message, /disk is full/)
  assert.deepEqual(await readdir(folder), [])
})

test('a folder in the place of a file is refused', {
  skip: process.platform === 'win32' ? 'needs links' : false,
}, async () => {
  const { folder, journal } = await open()
  await symlink(root, join(folder, '0000000001-aa-1.json'))
  assert.equal((await journal.list()).ok, false)
})
