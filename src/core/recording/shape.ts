import { z } from 'zod'
import { defaultIntent, paths, roles, tracks } from '../../shared/intent.ts'
import { utcTimeOf } from '../../shared/utc-time.ts'
import type { RegistryValue } from './recording.ts'

const time = z.string().transform((text, context) => {
  const utc = utcTimeOf(text)
  if (utc !== null) return utc
  context.addIssue({ code: 'custom', message: 'is not a time' })
  return z.NEVER
})
const codePage = z.int().positive().nullable().catch(null)
/** What says nothing is as good as not there. */
const text = z
  .string()
  .nullable()
  .catch(null)
  .transform((value) => value?.trim() || null)

/** machine.json. Parts that only help are taken leniently; what verdicts rest on is checked. */
export const machineShape = z.object({
  format: z.string(),
  recordedAt: time,
  bootedAt: time.nullish().transform((value) => value ?? null),
  hostName: z.string().catch(''),
  architecture: z.string().catch('unknown'),
  codePages: z.object({ ansi: codePage, oem: codePage }).catch({ ansi: null, oem: null }),
  user: z
    .object({
      name: text,
      upn: text,
      sid: text,
      elevated: z.boolean().nullable().catch(null),
      sessionUserSid: text,
    })
    .nullish()
    .transform((value) => value ?? { name: null, upn: null, sid: null, elevated: null, sessionUserSid: null }),
})

/** Written out and not as a union of tuples, which takes half the time of a load: a recording has hundreds of values. */
const isRegistryValue = (value: unknown): boolean => {
  if (!Array.isArray(value) || value.length !== 2) return false
  const [type, data]: readonly unknown[] = value
  if (type === 'REG_DWORD') return typeof data === 'number' && Number.isInteger(data) && data >= 0 && data <= 0xffffffff
  if (type === 'REG_MULTI_SZ') return Array.isArray(data) && data.every((line) => typeof line === 'string')
  if (typeof type !== 'string' || !type.startsWith('REG_') || typeof data !== 'string') return false
  return type !== 'REG_QWORD' || /^\d{1,20}$/.test(data)
}

export const registryValueShape: z.ZodType<RegistryValue> = z.custom<RegistryValue>(isRegistryValue)

export const registryShape = z.object({
  complete: z.boolean().default(false),
  keys: z.record(
    z.string(),
    z
      .union([
        z.object({ error: z.string() }),
        // An error in another form is still no key that was read.
        z
          .object({
            error: z.null().optional(),
            values: z.record(z.string(), registryValueShape).optional(),
            subkeys: z.array(z.string()).optional(),
          })
          .transform(({ error: _error, ...read }) => read),
      ])
      .nullable(),
  ),
})

const output = z
  .string()
  .nullish()
  .transform((value) => value ?? undefined)

export const commandsShape = z.array(
  z.object({
    id: z.string(),
    program: z.string().catch(''),
    args: z.array(z.string()).catch([]),
    outcome: z.enum(['ok', 'missing', 'denied', 'timeout', 'failed']),
    exitCode: z
      .int()
      .nullish()
      .transform((value) => value ?? undefined),
    durationMs: z.number().nonnegative().catch(0),
    stdout: output,
    stderr: output,
  }),
)

export const journalShape = z.array(
  z.object({
    id: z.string(),
    fix: z.string(),
    appliedAt: time.nullish().transform((value) => value ?? null),
    undoneAt: time.nullish().transform((value) => value ?? null),
    restart: z.enum(['required', 'advised', 'none']),
    changes: z.array(z.object({ kind: z.string(), spec: z.unknown(), before: z.unknown() })).default([]),
    state: z.enum(['captured', 'verified', 'rolled-back', 'undone']).optional(),
    by: z.string().nullish(),
  }),
)

const optionalText = z.string().nullable().catch(null)

const print = (characters: number) =>
  z
    .string()
    .regex(new RegExp(`^[0-9A-HJKMNP-TV-Z]{${characters}}$`))
    .nullable()
    .catch(null)

export const fingerprintsShape = z.object({
  tenant: print(10),
  account: print(6),
  device: print(6),
  peer: print(6),
  known: z
    .array(z.object({ tenant: z.string().regex(/^[0-9A-HJKMNP-TV-Z]{10}$/), account: print(6) }))
    .max(4)
    .catch([]),
  knownAll: z.boolean().catch(false),
})

/** The part of a bundle's report.json that a later judgement uses: the case it was made for, and its fingerprints. */
export const storedReportShape = z.object({
  fingerprints: fingerprintsShape
    .nullish()
    .catch(null)
    .transform((value) => value ?? null),
  intent: z
    .object({
      role: z.enum(roles).catch(defaultIntent.role),
      track: z.enum(tracks).catch(defaultIntent.track),
      path: z.enum(paths).catch(defaultIntent.path),
      account: optionalText,
      peer: optionalText,
      domain: optionalText,
    })
    .nullish()
    .transform((value) => value ?? null),
})
