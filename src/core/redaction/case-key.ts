import { randomBytes, scrypt } from 'node:crypto'
import { hmacSha256 } from './hmac.ts'
import { isKind, type Kind } from './kinds.ts'
import { remembering } from './remembering.ts'

/** What makes tokens. Two bundles can be compared when their `id` is equal. */
export interface CaseKey {
  /** Names the key and cannot be turned back into it. */
  readonly id: string
  /** The same original, whatever its letter case, gives the same token; `user-k3v9q2mzt7w4`. */
  readonly token: (kind: Kind, original: string) => string
  /** Whether this key made the text: a token, not a name that happens to look like one. */
  readonly isToken: (text: string) => boolean
}

/** Crockford's alphabet: no letter that reads like a digit. Source: https://www.crockford.com/base32.html */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'
const nameLength = 10
const checkLength = 2
/** Characters of a token behind its kind. */
export const tokenLength = nameLength + checkLength
/** What every token looks like, as a part of an expression. */
export const tokenShape = `[a-z]+-[${alphabet}]{${tokenLength}}`
const tokenForm = new RegExp(`^([a-z]+)-([${alphabet}]{${nameLength}})([${alphabet}]{${checkLength}})$`)

/** Five bits a character; `bytes` has a character for each byte and must hold enough of them. */
const base32 = (bytes: string, characters: number): string => {
  let text = ''
  let held = 0
  let bits = 0
  for (let at = 0; at < bytes.length && text.length < characters; at++) {
    held = ((held << 8) | bytes.charCodeAt(at)) & 0xffff
    bits += 8
    while (bits >= 5 && text.length < characters) {
      bits -= 5
      text += alphabet[(held >> bits) & 31]
    }
  }
  return text
}

/**
 * The salt is fixed on purpose: both ends of a case must reach the same tokens from the key alone, with nothing else
 * passing between them. A key made by `newCaseKey` has 100 random bits, so no table can be made in advance.
 */
const salt = 'pku2u-doctor case key 1'
/** 32 MB and about a tenth of a second for each guess. Source: RFC 7914, https://www.rfc-editor.org/rfc/rfc7914 */
const cost = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 }
const secretBytes = 32

const stretched = (text: string): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(text, salt, secretBytes, cost, (error, key) => (error === null ? resolve(key) : reject(error)))
  })

/** Unicode has several spellings of one letter; ASCII has one. */
export const composed = (text: string): string => (/[^\0-\x7f]/.test(text) ? text.normalize('NFC') : text)
/** Windows compares names without case. */
export const canonical = (original: string): string => composed(original).toLowerCase()

export const openCaseKey = async (text: string): Promise<CaseKey> => {
  const hmac = hmacSha256(await stretched(text.normalize('NFC').trim()))
  const mac = (purpose: string, message: string): string => hmac(`${purpose}\0${message}`)
  const check = (name: string): string => base32(mac('check', name), checkLength)
  const checkOf = remembering(check)
  const nameOf = remembering((original) => {
    const name = base32(mac('original', original), nameLength)
    return name + check(name)
  })
  return {
    id: base32(mac('case key id', ''), 16),
    token: (kind, original) => `${kind}-${nameOf(canonical(original))}`,
    isToken: (candidate) => {
      const [, kind = '', name = '', written] = tokenForm.exec(candidate) ?? []
      return isKind(kind) && written === checkOf(name)
    },
  }
}

/** A random key that a person can read out: five groups of four characters, 100 bits. */
export const newCaseKey = (): string => (base32(randomBytes(16).toString('latin1'), 20).match(/.{4}/g) ?? []).join('-')
