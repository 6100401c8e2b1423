import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { hmacSha256 } from './hmac.ts'

const hex = (bytes: string): string => Buffer.from(bytes, 'latin1').toString('hex')

test('the numbers of RFC 4231, cases 1 and 2', () => {
  assert.equal(
    hex(hmacSha256(Buffer.alloc(20, 0x0b))('Hi There')),
    'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7',
  )
  assert.equal(
    hex(hmacSha256(Buffer.from('Jefe'))('what do ya want for nothing?')),
    '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  )
})

test('any key and any texts, one after another, give what OpenSSL gives', () => {
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary', minLength: 900, maxLength: 3000 }))
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), fc.array(text, { minLength: 1 }), (key, texts) => {
      const mac = hmacSha256(key)
      for (const each of texts)
        assert.equal(hex(mac(each)), createHmac('sha256', key).update(each, 'utf8').digest('hex'))
    }),
  )
})

test('a key that would have to be hashed first is refused', () => {
  assert.throws(() => hmacSha256(Buffer.alloc(65)), /65 bytes/)
})
