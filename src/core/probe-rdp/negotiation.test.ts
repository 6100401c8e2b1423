import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { failing, plainConfirm, selecting } from '../../../test/kit/scripted-listener.ts'
import { encodeRequest, readConfirm } from './negotiation.ts'

test('a request is 19 bytes whatever it offers', () => {
  assert.equal(Buffer.from(encodeRequest([])).toString('hex'), '030000130ee000000000000100080000000000')
  assert.equal(
    Buffer.from(encodeRequest(['SSL', 'HYBRID', 'HYBRID_EX', 'RDSTLS'])).toString('hex'),
    '030000130ee00000000000010008000f000000',
  )
  assert.equal(Buffer.from(encodeRequest(['RDSAAD'])).toString('hex'), '030000130ee000000000000100080010000000')
})

test('any bytes are read to an end: nothing throws, and at 19 bytes all is decided', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
      const { state } = readConfirm(bytes)
      assert.ok(bytes.length < 19 || state !== 'more')
    }),
  )
})

test('an answer says the same however it is cut, and every beginning of it asks for more', () => {
  for (const answer of [
    selecting(2),
    selecting(8),
    failing(5),
    plainConfirm(),
    Buffer.from('0300000902f0802180', 'hex'),
  ])
    for (let length = 0; length < answer.length; length++)
      assert.equal(readConfirm(answer.subarray(0, length)).state, 'more', `${length} of ${answer.toString('hex')}`)
})

test('one changed byte of the frame makes it something else, or the same answer, never another protocol', () => {
  const answer = selecting(8)
  fc.assert(
    fc.property(fc.nat({ max: 14 }), fc.nat({ max: 255 }), (offset, value) => {
      const bytes = Buffer.from(answer)
      bytes[offset] = value
      const read = readConfirm(bytes)
      if (read.state === 'confirmed')
        assert.ok(read.selected === 'HYBRID_EX' || offset === 11 || offset === 3, `${offset}`)
    }),
  )
})
