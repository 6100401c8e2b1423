import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { memoryJournal, requestFor, testPc, withValue } from '../../../test/kit/test-pc.ts'
import { fail, ok } from '../../shared/result.ts'
import { planOn } from '../engine/perform-fix.ts'
import { elevatedStep } from './elevated-step.ts'
import { sealTicket } from './ticket.ts'

const now = new Date('2026-11-20T09:15:00Z')
const asked = requestFor('pku2u.enable')
const planned = await planOn(testPc(), asked)
assert.ok(planned.ok)
const good = sealTicket({ do: 'fix', ...asked, token: planned.value.token }, now)
const text = new TextDecoder().decode(good.bytes)
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const encode = (ticket: unknown) =>
  new TextEncoder().encode(typeof ticket === 'string' ? ticket : JSON.stringify(ticket))

interface Attempt {
  readonly bytes: Uint8Array
  readonly hash: string
  readonly at: Date
  readonly used: boolean
  /** The value on the PC when the step runs. */
  readonly value: number
}
const attempt = (more: Partial<Attempt>): Attempt => ({
  bytes: good.bytes,
  hash: good.hash,
  at: now,
  used: false,
  value: 0,
  ...more,
})

const flipped = fc.tuple(fc.nat(good.bytes.length - 1), fc.integer({ min: 1, max: 255 })).map(([place, bits]) => {
  const bytes = good.bytes.slice()
  bytes[place] = (bytes[place] ?? 0) ^ bits
  return bytes
})
const cut = fc.nat(good.bytes.length - 1).map((length) => good.bytes.slice(0, length))
const ticket = JSON.parse(text)
const otherToken = fc.stringMatching(/^[0-9a-f]{64}$/).filter((each) => each !== planned.value.token)
const agreed = (more: object) => ({ ...ticket, agreed: { ...ticket.agreed, ...more } })

/** Tickets whose hash fits, as somebody would make them who can start the program: each asks for something not agreed to. */
const forged = fc.oneof(
  otherToken.map((token) => agreed({ token })),
  fc.constantFrom('pku2u.block', 'pku2u.clear', 'rdp.enable', 'rdp.require-nla').map((id) => agreed({ ids: [id] })),
  fc.constantFrom('rdp.enable', 'security-key.enable-sign-in').map((id) => agreed({ ids: ['pku2u.enable', id] })),
  fc.string().map((id) => agreed({ ids: [id] })),
  fc
    .constantFrom('adele@contoso.com', 'CORP\\adele', '"; calc', '')
    .map((account) => agreed({ parameters: { account } })),
  fc.constant(agreed({ role: 'server' })),
  fc.constantFrom('root', '', null, 1).map((role) => agreed({ role })),
  fc.jsonValue().map((extra) => agreed({ extra })),
  fc.jsonValue().map((extra) => ({ ...ticket, extra })),
  fc
    .jsonValue()
    .filter((value) => value !== ticket.format)
    .map((format) => ({ ...ticket, format })),
  fc.string().map((nonce) => ({ ...ticket, nonce })),
  fc.jsonValue().map((value) => ({ ...ticket, agreed: value })),
  fc.jsonValue(),
  fc.string(),
  fc
    .stringMatching(/^[0-9a-f]{8}$/)
    .chain((id) => otherToken.map((token) => ({ ...ticket, agreed: { do: 'undo', id, token } }))),
  fc.stringMatching(/^[0-9a-f]{8}$/).map((id) => ({ ...ticket, agreed: { do: 'finish', id } })),
  fc
    .integer({ min: -10_000_000, max: 0 })
    .map((off) => ({ ...ticket, expiresAt: new Date(now.getTime() + off).toISOString() })),
  fc
    .integer({ min: 300_001, max: 1e9 })
    .map((off) => ({ ...ticket, expiresAt: new Date(now.getTime() + off).toISOString() })),
  fc.constantFrom('soon', '', null, 0, '2026-11-20').map((expiresAt) => ({ ...ticket, expiresAt })),
  fc.constant('{"__proto__":{"do":"fix"}}'),
)

const hostile: fc.Arbitrary<Attempt> = fc.oneof(
  flipped.map((bytes) => attempt({ bytes })),
  cut.map((bytes) => attempt({ bytes })),
  fc.uint8Array({ maxLength: 300 }).map((bytes) => attempt({ bytes })),
  fc.uint8Array({ minLength: 1, maxLength: 30 }).map((more) => attempt({ bytes: Buffer.concat([good.bytes, more]) })),
  fc
    .stringMatching(/^[0-9a-f]{64}$/)
    .filter((hash) => hash !== good.hash)
    .map((hash) => attempt({ hash })),
  fc
    .oneof(fc.string(), fc.constantFrom('', good.hash.toUpperCase(), ` ${good.hash}`, `${good.hash}0`))
    .map((hash) => attempt({ hash })),
  { weight: 6, arbitrary: forged.map((each) => attempt({ bytes: encode(each), hash: hashOf(encode(each)) })) },
  // What is longer than five minutes away, on either side.
  fc.integer({ min: 300_000, max: 1e12 }).map((off) => attempt({ at: new Date(now.getTime() + off) })),
  fc.integer({ min: 1, max: 1e12 }).map((off) => attempt({ at: new Date(now.getTime() - off) })),
  fc.constant(attempt({ used: true })),
  fc.integer({ min: 2, max: 0xffffffff }).map((value) => attempt({ value })),
)

const run = async ({ bytes, hash, at, used, value }: Attempt) => {
  const journal = memoryJournal()
  const pc = testPc({ registry: withValue(['REG_DWORD', value]), journal: journal.store })
  const exit = await elevatedStep(['--apply', '/t', '--ticket-hash', hash], {
    pc: () => ({ ...pc, elevated: true }),
    prepare: async () => ok(undefined),
    tickets: {
      use: async () => (used ? fail('refused', 'used') : ok(undefined)),
      keep: async () => ok(undefined),
      note: async () => ok(undefined),
      noteOf: async () => null,
      resultOf: async () => fail('missing', 'no'),
    },
    now: () => at,
    read: async () => ok(bytes),
  })
  return { exit, writes: pc.writes, entries: journal.entries() }
}

test('the ticket itself is taken', async () => {
  assert.equal((await run(attempt({}))).exit, 5)
})

test('12,000 mutated tickets, hashes, nonces, clocks and plans: none leads to a write', async () => {
  let tried = 0
  await fc.assert(
    fc.asyncProperty(hostile, async (each) => {
      // A flip may fall on nothing, and a made-up ticket may be the very one: that one was agreed to.
      fc.pre(
        Buffer.compare(each.bytes, good.bytes) !== 0 ||
          each.hash !== good.hash ||
          each.used ||
          each.value !== 0 ||
          each.at !== now,
      )
      tried += 1
      const { exit, writes, entries } = await run(each)
      assert.ok(exit === 8 || exit === 2, String(exit))
      assert.deepEqual([writes, entries], [[], []])
    }),
    { numRuns: 12_000, seed: 20261120 },
  )
  assert.ok(tried >= 10_000)
})
