import type { YesNo } from '../../shared/report.ts'

/** Only YES and NO say yes and no: ERROR, UNKNOWN, NOT SET and values cut in half say nothing. */
export const yesNo = (value: string | undefined): YesNo => {
  const folded = value?.toUpperCase()
  return folded === 'YES' ? 'yes' : folded === 'NO' ? 'no' : 'unknown'
}

/** Printed empty and not printed are the same: nothing is known. */
export const textOrNull = (value: string | undefined): string | null =>
  value === undefined || value === '' ? null : value

export const countOrNull = (value: string | undefined): number | null =>
  value !== undefined && /^\d{1,4}$/.test(value) ? Number(value) : null

/** ISO 8601 UTC, fraction as printed. */
export interface Validity {
  readonly from: string
  readonly to: string
}

/** A blank may be lost where a window cut the line, and mail programs turn two hyphens into a dash. */
const time = String.raw`(\d{4}-\d\d-\d\d)[ T]?(\d\d:\d\d:\d\d(?:\.\d{1,9})?) ?UTC`
const validity = new RegExp(String.raw`^\[? ?${time} ?(?:--|[–—]) ?${time} ?\]?$`)

const instant = (date: string | undefined, clock: string | undefined): string | null => {
  const iso = `${date}T${clock}Z`
  const parsed = new Date(iso)
  // 31 February is no date, even where the parser would take it for 3 March.
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().slice(0, 10) === date ? iso : null
}

/** `[ 2025-02-03 09:14:20.000 UTC -- 2035-02-03 09:44:20.000 UTC ]`; null when it is masked, cut or no date. */
export const validityOf = (value: string | undefined): Validity | null => {
  const match = validity.exec(value ?? '')
  if (match === null) return null
  const from = instant(match[1], match[2])
  const to = instant(match[3], match[4])
  return from === null || to === null ? null : { from, to }
}

export type AuthStatus = 'success' | 'disabled-or-deleted' | 'untested' | 'unknown'

/**
 * DeviceAuthStatus. `FAILED. Error: 0x…` says that the test itself failed, mostly for want of a network, so nothing is
 * known of the device. Source: "Troubleshoot devices by using the dsregcmd command",
 * https://learn.microsoft.com/entra/identity/devices/troubleshoot-device-dsregcmd
 */
export const authStatusOf = (value: string | undefined): AuthStatus => {
  if (value === undefined) return 'unknown'
  if (/^success$/i.test(value)) return 'success'
  if (!/^failed\b/i.test(value)) return 'unknown'
  if (/\bdisabled ?or ?deleted/i.test(value)) return 'disabled-or-deleted'
  return /\berror:? *0x[0-9a-f]+/i.test(value) ? 'untested' : 'unknown'
}

export const errorCodeOf = (value: string | undefined): string | null =>
  /0x[0-9a-f]{1,16}/i.exec(value ?? '')?.[0] ?? null

export interface ExecutingAccount {
  readonly name: string
  readonly upn: string | null
}

/** `AzureAD\AdeleVance, adele@contoso.com`; a name may hold a comma, a UPN always holds an `@`. */
export const executingAccountOf = (value: string | undefined): ExecutingAccount | null => {
  if (value === undefined || value === '') return null
  const comma = value.lastIndexOf(',')
  const upn = comma < 0 ? '' : value.slice(comma + 1).trim()
  if (upn.includes('@')) return { name: value.slice(0, comma).trim(), upn }
  const name = value.split(',', 1)[0]?.trim() ?? ''
  return name === '' ? null : { name, upn: null }
}
