import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { after, describe, test } from 'node:test'
import { deflateRawSync } from 'node:zlib'
import { writeZip, type ZipEnd, type ZipEntry } from '../../../test/kit/make-zip.ts'
import { RefusedZip } from './zip-entry.ts'
import { openZipFiles, type ZipFiles } from './zip-files.ts'

const folder = await mkdtemp(join(tmpdir(), 'pku2u-zip-'))
after(() => rm(folder, { recursive: true, force: true }))

let count = 0
const saved = async (bytes: Uint8Array): Promise<string> => {
  const path = join(folder, `${count++}.zip`)
  await writeFile(path, bytes)
  return path
}
/** Hardly to be packed, and the same every time. */
const noise = (size: number): Buffer => createHash('shake256', { outputLength: size }).update('noise').digest()
const good: ZipEntry = { name: 'good.txt', data: 'good' }

const streamed = async (files: ZipFiles, name: string): Promise<Buffer | null> => {
  const file = await files.stream(name)
  return file === null ? null : buffer(file.open())
}

/** The sentence with which a zip is refused, at the latest when one of its files is read, at once or piece by piece. */
const refusal = async (bytes: Uint8Array, name = 'good.txt'): Promise<string> => {
  const path = await saved(bytes)
  const refusedBy = async (read: (files: ZipFiles) => Promise<unknown>): Promise<string> => {
    try {
      const files = await openZipFiles(path)
      try {
        await read(files)
      } finally {
        await files.close()
      }
      return 'not refused'
    } catch (error) {
      assert.ok(error instanceof RefusedZip, String(error))
      return error.message
    }
  }
  const sentence = await refusedBy((files) => files.read(name))
  assert.equal(await refusedBy((files) => streamed(files, name)), sentence)
  return sentence
}

test('files are read as they were, packed or not, from a zip of any size', async () => {
  // More than is read at once.
  const large = noise(6 * 1024 * 1024)
  const files = await openZipFiles(
    await saved(
      writeZip([
        { name: 'top/', data: '', method: 0 },
        { name: 'top/stored.txt', data: 'stored', method: 0 },
        { name: 'large.bin', data: large },
        { name: 'empty.txt', data: '' },
        { ...good, zip64: { unpacked: 4n, packed: BigInt(deflateRawSync('good').length) } },
      ]),
    ),
  )
  assert.equal(Buffer.from((await files.read('top/stored.txt')) ?? '').toString(), 'stored')
  assert.equal(Buffer.from((await files.read('good.txt')) ?? '').toString(), 'good')
  assert.equal((await files.read('empty.txt'))?.length, 0)
  assert.ok(large.equals((await files.read('large.bin')) ?? Buffer.alloc(0)))
  assert.deepEqual([await files.read('none.txt'), await files.stream('none.txt')], [null, null])
  for (const name of ['top/stored.txt', 'good.txt', 'empty.txt', 'large.bin'])
    assert.deepEqual(await streamed(files, name), Buffer.from((await files.read(name)) ?? []), name)
  assert.deepEqual(await files.folders(), ['top'])
  const stream = await files.stream('large.bin')
  await files.close()
  assert.ok(stream)
  // As often as it is asked for, and after the zip was closed.
  for (let time = 0; time < 2; time++) assert.ok(large.equals(await buffer(stream.open())))
})

const unix = 3 << 8
const link = 0o120777 * 0x10000
const zeros = (size: number) => Buffer.alloc(size)

describe('refused by name', () => {
  const rows: readonly (readonly [what: string, entries: readonly ZipEntry[], why: RegExp, end?: ZipEnd])[] = [
    ['a name that leaves the folder', [good, { name: '../evil.txt', data: 'x' }], /"\.\.\/evil\.txt" would leave/],
    ['a drive', [good, { name: 'C:\\evil.txt', data: 'x' }], /names a drive/],
    ['a folder with such a name', [good, { name: '../', data: '', method: 0 }], /"\.\.\/" would leave/],
    ['a link', [good, { name: 'link', data: '/etc/passwd', madeBy: unix, attributes: link }], /"link" is a link/],
    ['a link that hides its system', [good, { name: 'link', data: 'x', attributes: link }], /"link" is a link/],
    ['a reparse point', [good, { name: 'link', data: 'x', attributes: 0x400 }], /"link" is a link/],
    ['the same name twice', [good, good], /"good\.txt" is in it twice\./],
    ['one name in two cases', [good, { name: 'GOOD.TXT', data: 'x' }], /twice, also as "good\.txt"/],
    [
      'one name with two accents',
      [{ name: 'caf\u00e9', data: '' }, { name: 'cafe\u0301', data: '' }, good],
      /twice, also as/,
    ],
    [
      'a file that is a folder',
      [{ name: 'a/b', data: '' }, { name: 'A', data: '' }, good],
      /"A" is a file and a folder/,
    ],
    [
      'a folder that is a file',
      [{ name: 'a', data: '' }, { name: 'A/b', data: '' }, good],
      /"A\/b" lies in a folder that/,
    ],
    ['an encrypted file', [good, { name: 'secret', data: 'x', flags: 1 }], /"secret" is encrypted/],
    ['an unknown packing', [good, { name: 'odd', data: 'x', method: 99 }], /"odd" is packed with method 99/],
    ['a bomb', [good, { name: 'bomb', data: zeros(8 * 1024 ** 2) }], /"bomb" grows more than 100 times/],
    [
      'a bomb in many small pieces',
      [good, ...Array.from({ length: 30 }, (_, index) => ({ name: `piece-${index}`, data: zeros(900_000) }))],
      /All in all it grows more than 100 times/,
    ],
    ['a zip inside', [good, { name: 'more.zip', data: writeZip([good]) }], /"more\.zip" is an archive inside/],
    ['a folder with data', [good, { name: 'dir/', data: 'x' }], /"dir\/" is a folder that claims/],
    ['a claim of less', [good, { name: 'lie', data: zeros(2 ** 20), unpackedSize: 4 }], /"lie" claims to be smaller/],
    ['a wrong checksum', [{ ...good, crc: 7 }], /"good\.txt" is damaged: its checksum/],
    ['a size too small', [{ ...good, data: 'good or bad', unpackedSize: 4 }], /"good\.txt" does not have the size/],
    ['a size too large', [{ ...good, unpackedSize: 400 }], /"good\.txt" does not have the size/],
    ['another name before the data', [{ ...good, localName: 'evil.txt' }], /"good\.txt" has another name/],
    [
      'bytes that two files share',
      [good, { name: 'again.txt', data: 'good', offset: 0 }],
      /"good\.txt" and "again\.txt" share|"again\.txt" and "good\.txt" share/,
    ],
    ['data that reaches into the table', [{ ...good, method: 0, packedSize: 99, unpackedSize: 99 }], /beyond the end/],
    [
      'zip64: a size beyond all disks',
      [good, { name: 'huge', data: 'x', zip64: { unpacked: 2n ** 60n, packed: 2n ** 60n } }],
      /take more than 2048 MB|claims/,
    ],
    ['more files than it says', [good, { name: 'more', data: 'x' }], /longer than it says/, { count: 1 }],
    ['fewer files than it says', [good], /damaged/, { count: 9 }],
    ['a table beyond the end', [good], /damaged/, { tableOffset: 0xfffffff0 }],
    ['zip64: a table beyond all disks', [good], /damaged/, { zip64: { tableOffset: 2n ** 63n } }],
    ['zip64: an end record beyond all disks', [good], /cut off/, { zip64: { recordOffset: 2n ** 62n } }],
    ['zip64: more files than there are atoms', [good], /more than 5000/, { zip64: { count: 2n ** 63n } }],
  ]
  for (const [what, entries, why, end] of rows)
    test(what, async () => assert.match(await refusal(writeZip(entries, end)), why))

  test('200,000 files, counted right, in the larger form, and cut to 16 bits', async () => {
    const many = Array.from({ length: 200_000 }, (_, index) => ({ name: `f${index}`, data: '', method: 0 as const }))
    assert.match(await refusal(writeZip(many, { zip64: {} })), /holds 200000 files, more than 5000/)
    // 200,000 in 16 bits is 3,392.
    assert.match(await refusal(writeZip(many)), /longer than it says/)
  })

  test('a zip that was cut off anywhere, and what is no zip at all', async () => {
    const whole = writeZip([good, { name: 'more', data: 'x'.repeat(500) }])
    for (let length = 1; length < whole.length; length++)
      assert.match(await refusal(whole.subarray(0, length)), /cut off|damaged|JSON/, String(length))
    assert.match(await refusal(Buffer.alloc(0)), /empty/)
    assert.match(await refusal(Buffer.from('\ufeff{"format":"pku2u-doctor/report@1"}')), /JSON file/)
    assert.match(await refusal(Buffer.from('MZ\x90\0'.repeat(100))), /not a readable zip/)
  })
})

test('event logs of any usual size are listed and read piece by piece, but never at once', async () => {
  const events: ZipEntry = { name: 'events.xml', data: Buffer.alloc(70 * 1024 ** 2, noise(2 * 1024 ** 2)) }
  const files = await openZipFiles(await saved(writeZip([good, events])))
  await assert.rejects(files.read('events.xml'), /"events\.xml" is larger than 64 MB/)
  assert.equal((await streamed(files, 'events.xml'))?.length, 70 * 1024 ** 2)
  await files.close()
})
