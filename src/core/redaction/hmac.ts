import { hash } from 'node:crypto'

const blockBytes = 64
const hashBytes = 32

const padded = (key: Uint8Array, pad: number, room: number): Buffer => {
  const bytes = Buffer.alloc(blockBytes + room, 0)
  for (let at = 0; at < blockBytes; at++) bytes[at] = (key[at] ?? 0) ^ pad
  return bytes
}

/**
 * HMAC-SHA256 of UTF-8 texts as a string of 32 bytes; the key has at most 64 bytes. Made of two plain hashes, since a
 * log has an id or two in each event, and on Node 24 an object of OpenSSL's for each of them costs ten times the hash
 * itself. Source: RFC 2104, HMAC: Keyed-Hashing for Message Authentication, https://www.rfc-editor.org/rfc/rfc2104
 */
export const hmacSha256 = (key: Uint8Array): ((message: string) => string) => {
  if (key.length > blockBytes) throw new RangeError(`A key of ${key.length} bytes is longer than ${blockBytes}.`)
  let inner = padded(key, 0x36, 1024)
  const outer = padded(key, 0x5c, hashBytes)
  return (message) => {
    const most = blockBytes + message.length * 3
    if (most > inner.length) inner = padded(key, 0x36, most)
    const end = blockBytes + inner.write(message, blockBytes, 'utf8')
    outer.write(hash('sha256', inner.subarray(0, end), 'binary'), blockBytes, 'binary')
    return hash('sha256', outer, 'binary')
  }
}
