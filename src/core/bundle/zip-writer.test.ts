import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { after, describe, test } from 'node:test'
import { openZipFiles } from '../recording/zip-files.ts'
import { type BundleEntry, type ManifestLine, writeZip, zipTime } from './zip-writer.ts'

const folder = await mkdtemp(join(tmpdir(), 'pku2u-zip-'))
after(() => rm(folder, { recursive: true, force: true }))

const bytes = (text: string) => new TextEncoder().encode(text)
const entryOf = (path: string, ...chunks: readonly string[]): BundleEntry => ({
  path,
  size: chunks.join('').length,
  content: async function* () {
    for (const chunk of chunks) yield bytes(chunk)
  },
})
const modified = zipTime('2026-11-20T09:15:00Z')
const entries = [entryOf('a.txt', 'one'), entryOf('recording/b.out', 'two', 'three'), entryOf('empty')]

describe('a zip', () => {
  test('holds what was given, and says how large it is', async () => {
    const path = join(folder, 'plain.zip')
    const lines: ManifestLine[] = []
    const taken: number[] = []
    const written = await writeZip(path, entries, {
      modified,
      onEntry: (line) => lines.push(line),
      onBytes: (done) => taken.push(done),
    })
    const file = await readFile(path)
    assert.deepEqual(written, { bytes: file.length, sha256: createHash('sha256').update(file).digest('hex') })
    const files = await openZipFiles(path)
    assert.equal(Buffer.from((await files.read('recording/b.out')) ?? []).toString(), 'twothree')
    assert.equal((await files.read('empty'))?.length, 0)
    assert.deepEqual(taken, [3, 6, 11])
    assert.deepEqual(
      lines.map((line) => [line.path, line.bytes, line.sha256.slice(0, 8)]),
      [
        ['a.txt', 3, '7692c3ad'],
        ['recording/b.out', 8, createHash('sha256').update('twothree').digest('hex').slice(0, 8)],
        ['empty', 0, 'e3b0c442'],
      ],
    )
    await files.close()
  })

  test('is the same in every time zone', async () => {
    const sums = new Set<string>()
    const before = process.env['TZ']
    for (const zone of ['UTC', 'Pacific/Auckland', 'America/Los_Angeles', 'Europe/Berlin']) {
      process.env['TZ'] = zone
      const options = { modified: zipTime('2026-03-29T02:30:00Z') }
      sums.add((await writeZip(join(folder, `${zone.replace('/', '-')}.zip`), entries, options)).sha256)
    }
    if (before === undefined) delete process.env['TZ']
    else process.env['TZ'] = before
    assert.equal(sums.size, 1)
  })

  test('is written whatever the clock of the PC says', async () => {
    for (const [year, shown] of [
      ['1601', 1980],
      ['1979', 1980],
      ['2099', 2099],
      ['2100', 2099],
    ] as const) {
      const day = zipTime(`${year}-12-31T23:59:59Z`)
      assert.equal(day.getFullYear(), shown)
      assert.ok((await writeZip(join(folder, `${year}.zip`), entries, { modified: day })).bytes > 0)
    }
  })

  test('asks for a part only when its turn has come', async () => {
    const seen: string[] = []
    const last: BundleEntry = {
      path: 'list.txt',
      size: 0,
      content: async function* () {
        yield bytes(seen.join())
      },
    }
    const path = join(folder, 'lazy.zip')
    await writeZip(path, [...entries, last], { modified, onEntry: ({ path: name }) => seen.push(name) })
    const files = await openZipFiles(path)
    assert.equal(Buffer.from((await files.read('list.txt')) ?? []).toString(), 'a.txt,recording/b.out,empty')
    await files.close()
  })
})

describe('what goes wrong first is what is said', () => {
  const endless: BundleEntry = {
    path: 'endless',
    size: 0,
    content: async function* () {
      for (let index = 0; ; index++) yield Buffer.from(`${index} ${Math.sin(index)}`.repeat(500))
    },
  }

  test('a source that fails', async () => {
    const broken: BundleEntry = {
      path: 'broken',
      size: 0,
      content: async function* () {
        yield bytes('half')
        throw new Error('The source broke.')
      },
    }
    await assert.rejects(writeZip(join(folder, 'broken.zip'), [...entries, broken], { modified }), /The source broke/)
  })

  test('a disk that fills up', async () => {
    let room = 100_000
    const open = () =>
      new Writable({
        write: (chunk: Uint8Array, _encoding, done) => {
          room -= chunk.length
          done(room > 0 ? null : Object.assign(new Error('no space'), { code: 'ENOSPC' }))
        },
      })
    await assert.rejects(writeZip('nowhere', [endless], { modified, open }), { code: 'ENOSPC' })
  })

  test('more than a reader takes', async () => {
    const zeros = new Uint8Array(64 * 1024 * 1024)
    const huge: BundleEntry = {
      path: 'huge',
      size: 0,
      content: async function* () {
        for (;;) yield zeros
      },
    }
    const open = () => new Writable({ write: (_chunk, _encoding, done) => done() })
    await assert.rejects(writeZip('nowhere', [huge], { modified, open }), /more than 2 GB/)
  })

  test('a person who cancels', async () => {
    const cancel = new AbortController()
    const written = writeZip(join(folder, 'cancelled.zip'), [endless], {
      modified,
      signal: cancel.signal,
      onBytes: (done) => done > 1_000_000 && cancel.abort(),
    })
    await assert.rejects(written, { name: 'AbortError' })
  })
})
