import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { newTextPieces } from './text-pieces.ts'

const textsOf = (chunks: Iterable<Uint8Array>): readonly string[] => {
  const pieces = newTextPieces()
  const texts: string[] = []
  for (const chunk of chunks) texts.push(...pieces.push(chunk))
  texts.push(...pieces.end())
  return texts
}
const chunksOf = function* (bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16()
const encodings = {
  'UTF-8': (text: string) => Buffer.from(text),
  'UTF-8 with its mark': (text: string) => Buffer.from(`\ufeff${text}`),
  'UTF-16': (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  'UTF-16 the other way around': (text: string) => utf16be(`\ufeff${text}`),
}

test('whatever the encoding and the chunks, the text is the same and ends are between lines', () => {
  const unit = fc.constantFrom('a', 'PC-0417', 'ü', '山', '\u{1f511}', '\ufeff', ' ', '\r\n', '>')
  fc.assert(
    fc.property(
      fc.array(unit, { maxLength: 60 }),
      fc.integer({ min: 1, max: 40 }),
      fc.constantFrom(...Object.values(encodings)),
      (units, size, encode) => {
        const text = `line ${units.join('')}`
        assert.equal(textsOf(chunksOf(encode(text), size)).join(''), text)
      },
    ),
  )
  const line = 'Adele Vance <adele@contoso.com> 山田太郎\n'
  const text = line.repeat(20_000)
  for (const [name, encode] of Object.entries(encodings)) {
    const texts = textsOf(chunksOf(encode(text), 4099))
    assert.equal(texts.join(''), text, name)
    assert.ok(texts.length > 5, name)
    assert.deepEqual(
      texts.filter((each) => each.length % line.length !== 0),
      [],
      name,
    )
  }
})

test('a text without a mark to cut at is held for long, and then cut between letters', () => {
  const text = '山'.repeat(6_000_000)
  const texts = textsOf(chunksOf(Buffer.from(text), 1024 * 1024))
  assert.ok(texts.length > 1)
  assert.ok((texts[0]?.length ?? 0) > 5_000_000)
  assert.equal(texts.join(''), text)
})

test('what is no text becomes one all the same, and nothing is nothing', () => {
  assert.deepEqual(textsOf([]), [])
  assert.deepEqual(textsOf([Buffer.from([0x61])]), ['a'])
  assert.deepEqual(textsOf([Buffer.from([0xff, 0xfe])]), [])
  assert.deepEqual(textsOf([Buffer.from([0x61, 0xc3]), Buffer.from([0x28, 0xe5, 0xb1])]), ['a\ufffd(\ufffd'])
})
