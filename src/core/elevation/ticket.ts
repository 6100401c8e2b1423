import { createHash, randomUUID, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { parseAccount } from '../../shared/account-name.ts'
import { roles } from '../../shared/intent.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Agreed } from '../engine/pc.ts'
import { fixNamed } from '../fixes/registry.ts'

const format = 'pku2u-doctor/ticket@1'
const lifetimeMs = 5 * 60_000

const token = z.string().regex(/^[0-9a-f]{64}$/)
const changeId = z.string().regex(/^[0-9a-f][0-9a-f-]{0,63}$/)
const account = z.string().refine((text) => {
  const parsed = parseAccount(text)
  return parsed.ok && parsed.value === text
})

/** Ids and checked parameters. There is no command, path, key or value in a ticket. */
const agreedShape = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.literal('fix'),
    ids: z
      .array(z.string().refine((id) => fixNamed(id) !== null))
      .min(1)
      .max(16),
    parameters: z.strictObject({ account: account.nullable() }),
    role: z.enum(roles),
    evenIfManaged: z.boolean(),
    token,
  }),
  z.strictObject({ do: z.literal('undo'), id: changeId, token }),
  z.strictObject({ do: z.literal('finish'), id: changeId }),
])

const ticketShape = z.strictObject({
  format: z.literal(format),
  agreed: agreedShape,
  /** Used once; it also names the change set that a fix makes. */
  nonce: z.uuid(),
  expiresAt: z.iso.datetime(),
})

export interface Ticket {
  readonly agreed: Agreed
  readonly nonce: string
}

export interface SealedTicket extends Ticket {
  readonly bytes: Uint8Array
  readonly hash: string
}

const hashOf = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest()

/** What a person agreed to, for a process that did not see them agree. */
export const sealTicket = (agreed: Agreed, now: Date, nonce: string = randomUUID()): SealedTicket => {
  const expiresAt = new Date(now.getTime() + lifetimeMs).toISOString()
  const bytes = new TextEncoder().encode(JSON.stringify({ format, agreed, nonce, expiresAt }))
  return { agreed, nonce, bytes, hash: hashOf(bytes).toString('hex') }
}

const refused = (why: string) => fail('refused', `${why} Nothing was written. Start the change again.`)

const parsed = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    // No JSON has the form of a ticket, so the shape refuses it.
    return null
  }
}

/** The ticket in these bytes, when they are the very ones that the command line vouches for, and it is still good. */
export const openTicket = (bytes: Uint8Array, hash: string, now: Date): Result<Ticket> => {
  if (!/^[0-9a-f]{64}$/.test(hash) || !timingSafeEqual(hashOf(bytes), Buffer.from(hash, 'hex')))
    return refused('The ticket is not the one that was agreed to.')
  const ticket = ticketShape.safeParse(parsed(bytes))
  if (!ticket.success) return refused('The ticket has a form that this version does not know.')
  const left = Date.parse(ticket.data.expiresAt) - now.getTime()
  if (!(left > 0 && left <= lifetimeMs)) return refused('The ticket has expired.')
  return ok({ agreed: ticket.data.agreed, nonce: ticket.data.nonce })
}
