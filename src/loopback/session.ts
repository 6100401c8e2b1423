import { randomBytes, timingSafeEqual } from 'node:crypto'

const secret = () => randomBytes(32).toString('base64url')

const same = (left: string, right: string): boolean => {
  const [a, b] = [Buffer.from(left), Buffer.from(right)]
  return a.length === b.length && timingSafeEqual(a, b)
}

export interface LoopbackSession {
  /** What the address holds. It opens the door once. */
  readonly token: string
  /** The session key for the first that brings the token; null for everybody after. */
  readonly exchange: (token: string) => string | null
  /** Whether a request brings the key of the opened session. */
  readonly holds: (key: string) => boolean
}

export const createSession = (): LoopbackSession => {
  const token = secret()
  const key = secret()
  let used = false
  return {
    token,
    exchange: (given) => {
      if (used || !same(given, token)) return null
      used = true
      return key
    },
    holds: (given) => used && same(given, key),
  }
}
