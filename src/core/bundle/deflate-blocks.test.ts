import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { blockBytes, deflatedInBlocks } from './deflate-blocks.ts'

const piecesOf = async function* (bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
const deflated = async (pieces: AsyncIterable<Uint8Array>): Promise<Buffer> => {
  const parts: Uint8Array[] = []
  for await (const part of deflatedInBlocks(pieces)) parts.push(part)
  return Buffer.concat(parts)
}

const line = (index: number): string => `<EventRecordID>${index}</EventRecordID><Level>${index % 5}</Level>\r\n`
const text = Buffer.from(Array.from({ length: 250_000 }, (_, index) => line(index)).join(''))

test('every inflater reads it, and blocks cost next to nothing', async () => {
  assert.ok(text.length > 3 * blockBytes)
  const packed = await deflated(piecesOf(text, 64 * 1024))
  assert.deepEqual(inflateRawSync(packed), text)
  assert.ok(packed.length < deflateRawSync(text).length * 1.01)
})

test('what comes out depends on what goes in, and not on its pieces', async () => {
  const whole = await deflated(piecesOf(text, text.length))
  for (const size of [4093, blockBytes, blockBytes + 1]) assert.ok(whole.equals(await deflated(piecesOf(text, size))))
  await fc.assert(
    fc.asyncProperty(fc.uint8Array(), fc.integer({ min: 1, max: 20 }), async (bytes, size) => {
      const packed = await deflated(piecesOf(bytes, size))
      assert.deepEqual(new Uint8Array(inflateRawSync(packed)), bytes)
    }),
  )
})

test('a source that fails is heard of, and one that nobody listens to any more is closed', async () => {
  const broken = async function* () {
    yield text
    throw new Error('The source broke.')
  }
  await assert.rejects(deflated(broken()), /The source broke/)
  let closed = false
  const watched = async function* () {
    try {
      for (;;) yield text
    } finally {
      closed = true
    }
  }
  for await (const part of deflatedInBlocks(watched())) {
    assert.ok(part.length > 0)
    break
  }
  assert.ok(closed)
})
