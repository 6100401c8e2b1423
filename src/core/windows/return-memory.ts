import { mkdir } from 'node:fs/promises'
import { z } from 'zod'
import { parseAccount } from '../../shared/account-name.ts'
import { parseHost } from '../../shared/host-name.ts'
import { caseInputs, intentShape, machineShape } from '../../shared/ipc-schemas.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { ReturningCase } from '../../shared/returning.ts'
import { fileStore } from './file-store.ts'

const family = 'pku2u-doctor/return@'
const format = `${family}1`
const fileName = 'return.json'

/** The case of a restart, kept in one small file of this user until the program comes back. */
export interface ReturnMemory {
  readonly remember: (returning: ReturningCase) => Promise<Result<void>>
  /** Hands the case over once: it is forgotten whether or not it could be understood. null: nothing is kept. */
  readonly take: () => Promise<Result<ReturningCase | null>>
  readonly forget: () => Promise<Result<void>>
}

const isGiven = (parse: (text: string) => Result<string>) => (text: string | null) => text === null || parse(text).ok

/** A person can write into this file, so it may say no more than a person can type or paste in the window. */
const shape = z.strictObject({
  format: z.literal(format),
  machine: machineShape,
  intent: intentShape.refine(
    ({ account, peer, domain }) =>
      isGiven(parseAccount)(account) && isGiven(parseHost)(peer) && isGiven(parseHost)(domain),
  ),
  inputs: caseInputs.optional(),
})
const envelope = z.object({ format: z.string().startsWith(family) })

const parse = (bytes: Uint8Array): Result<ReturningCase> => {
  let raw: unknown
  try {
    raw = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    // Whatever is wrong with the text, it is the same news to a person.
    return fail('unreadable', 'what was kept about it is damaged')
  }
  const parsed = shape.safeParse(raw)
  if (parsed.success) {
    const { format: _read, ...returning } = parsed.data
    return ok(returning)
  }
  const other = envelope.safeParse(raw)
  return other.success && other.data.format !== format
    ? fail('unreadable', 'what was kept about it was written by another version of PKU2U Doctor')
    : fail('unreadable', 'what was kept about it is not a case of PKU2U Doctor')
}

export const returnMemory = (folder: string): ReturnMemory => {
  const files = fileStore()
  return {
    remember: async ({ machine, intent, inputs }) => {
      try {
        await mkdir(folder, { recursive: true })
      } catch {
        return fail('denied', `${folder} cannot be written.`)
      }
      return files.replace(
        folder,
        fileName,
        new TextEncoder().encode(JSON.stringify({ format, machine, intent, inputs })),
      )
    },
    take: async () => {
      const bytes = await files.read(folder, fileName)
      if (!bytes.ok) return bytes.fault.code === 'missing' ? ok(null) : bytes
      const gone = await files.remove(folder, fileName)
      return gone.ok ? parse(bytes.value) : gone
    },
    forget: () => files.remove(folder, fileName),
  }
}
