import { z } from 'zod'
import type { ChangeProgress } from '../../shared/change-plan.ts'
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

/** How far the step is. Numbers alone: whoever reads them shows no words from here. */
const noteShape = z
  .object({ done: z.int().min(0), total: z.int().min(1).max(64) })
  .refine(({ done, total }) => done <= total)

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
  /** Of one change at a time; once for each number that is done. Lasts until the result is kept. */
  readonly note: (nonce: string, progress: ChangeProgress) => Promise<Result<void>>
  /** null: not so far yet, or not readable. */
  readonly noteOf: (nonce: string, done: number) => Promise<ChangeProgress | null>
  readonly resultOf: (nonce: string) => Promise<Result<Receipt>>
}

export const usedTickets = (folder: string, files: FileStore): UsedTickets => {
  const nameOf = (nonce: string): string => `${nonce.toLowerCase()}.json`
  const noteName = (nonce: string, done: number): string => `${nonce.toLowerCase()}.${done}.note`
  const isNoteOf = (nonce: string) => (name: string) =>
    name.startsWith(`${nonce.toLowerCase()}.`) && name.endsWith('.note')
  const text = (result: Result<Receipt> | null) => new TextEncoder().encode(JSON.stringify({ format, result }))
  return {
    use: async (nonce) => {
      const made = await files.create(folder, nameOf(nonce), text(null))
      if (made.ok || made.fault.code !== 'conflict') return made
      return fail('refused', 'The ticket was used before. Nothing was written. Start the change again.')
    },
    keep: async (nonce, result) => {
      const kept = await files.replace(folder, nameOf(nonce), text(result))
      const names = await files.names(folder)
      // One that cannot be removed lies there without harm.
      for (const name of names.ok ? names.value.filter(isNoteOf(nonce)) : []) await files.remove(folder, name)
      return kept
    },
    // Each in a file of its own: one that is being read cannot stand in the way of the next.
    note: (nonce, progress) =>
      files.create(folder, noteName(nonce, progress.done), new TextEncoder().encode(JSON.stringify(progress))),
    noteOf: async (nonce, done) => {
      const bytes = await files.read(folder, noteName(nonce, done))
      if (!bytes.ok) return null
      try {
        const note = noteShape.parse(JSON.parse(new TextDecoder().decode(bytes.value)))
        return note.done === done ? note : null
      } catch {
        // Progress is shown where there is some; the result is what counts.
        return null
      }
    },
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
