import { z } from 'zod'
import type { Result } from '../../shared/result.ts'
import { readJsonList } from './json-output.ts'

/** A certificate of LocalMachine\My; times are ISO 8601. */
export interface MachineCertificate {
  readonly issuer: string
  readonly subject: string
  readonly notBefore: string
  readonly notAfter: string
}

const millisecondsIn = (text: string): number => {
  // Windows PowerShell 5.1 writes dates as `/Date(1738574060000)/`.
  const digits = /^\/Date\((-?\d{1,16})(?:[+-]\d{4})?\)\/$/.exec(text)?.[1]
  return digits === undefined ? Number.NaN : Number(digits)
}

const isoDate = z.string().transform((text, context) => {
  const milliseconds = millisecondsIn(text)
  if (!Number.isNaN(milliseconds) && Math.abs(milliseconds) <= 8.64e15) return new Date(milliseconds).toISOString()
  if (/^\d{4}-\d\d-\d\dT/.test(text) && !Number.isNaN(Date.parse(text))) return text
  context.addIssue({ code: 'custom', message: 'is not a time' })
  return z.NEVER
})
const date = z.union([isoDate, z.object({ value: isoDate }).transform(({ value }) => value)])

const shape = z.array(z.object({ issuer: z.string(), subject: z.string(), notBefore: date, notAfter: date }))

export const readCertificates = (json: string): Result<readonly MachineCertificate[]> =>
  readJsonList(json, 'certificates', shape)
