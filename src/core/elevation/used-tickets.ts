import { z } from 'zod'
import type { Receipt } from '../../shared/receipt.ts'
import type { FixId } from '../../shared/report.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { FileStore } from '../windows/file-store.ts'

const format = 'pku2u-doctor/used-ticket@1'

const faultCodes = [
  'missing',
  'denied',
  'timeout',
  'failed',
  'not-asked',
  'unreadable',
  'unknown',
  'invalid-input',
  'refused',
  'cancelled',
  'conflict',
  'usage',
  'internal',
] as const

const receiptShape = z.object({
  changeId: z.string().nullable(),
  fixes: z.array(z.string().transform((id) => id as FixId)),
  state: z.enum(['planned', 'applied', 'undone', 'refused', 'rolled-back']),
  changes: z.array(
    z.object({ kind: z.string(), spec: z.unknown(), before: z.unknown(), after: z.unknown(), readBack: z.unknown() }),
  ),
  owner: z.object({ kind: z.enum(['group-policy', 'mdm']), name: z.string() }).nullable(),
  refusedBy: z.enum(['owner', 'machine']).nullable(),
  restart: z.enum(['required', 'advised', 'none']),
  warnings: z.array(z.string()),
  message: z.string(),
  at: z.string().nullable(),
  by: z.string().nullable(),
})

const recordShape = z.object({
  format: z.literal(format),
  result: z
    .discriminatedUnion('ok', [
      z.object({ ok: z.literal(true), value: receiptShape }),
      z.object({ ok: z.literal(false), fault: z.object({ code: z.enum(faultCodes), message: z.string() }) }),
    ])
    .nullable(),
})

/** Tickets that were used, and what came of them; written elevated, beside the journal, readable by all. */
export interface UsedTickets {
  /** A conflict when this one was used before. */
  readonly use: (nonce: string) => Promise<Result<void>>
  readonly keep: (nonce: string, result: Result<Receipt>) => Promise<Result<void>>
  readonly resultOf: (nonce: string) => Promise<Result<Receipt>>
}

export const usedTickets = (folder: string, files: FileStore): UsedTickets => {
  const nameOf = (nonce: string): string => `${nonce.toLowerCase()}.json`
  const text = (result: Result<Receipt> | null) => new TextEncoder().encode(JSON.stringify({ format, result }))
  return {
    use: async (nonce) => {
      const made = await files.create(folder, nameOf(nonce), text(null))
      if (made.ok || made.fault.code !== 'conflict') return made
      return fail('refused', 'The ticket was used before. Nothing was written. Start the change again.')
    },
    keep: (nonce, result) => files.replace(folder, nameOf(nonce), text(result)),
    resultOf: async (nonce) => {
      const bytes = await files.read(folder, nameOf(nonce))
      if (!bytes.ok) return fail('failed', 'The elevated step did not start its work. Nothing was changed.')
      try {
        const record = recordShape.parse(JSON.parse(new TextDecoder().decode(bytes.value)))
        if (record.result !== null) return record.result.ok ? ok(record.result.value) : record.result
      } catch {
        return fail('unreadable', 'What the elevated step did could not be read. Look at the history.')
      }
      return fail(
        'failed',
        'The elevated step ended before it was done. Look at the history: finish the change or put it back.',
      )
    },
  }
}
