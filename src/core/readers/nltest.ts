import type { YesNo } from '../../shared/report.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { findFlags, hasKeyList, mayHoldFlags } from './nltest-flags.ts'
import { type Names, namesByLabel, namesByPosition, noNames } from './nltest-names.ts'
import { type NltestStatus, type StatusLine, statusIn } from './nltest-status.ts'
import { isPrompt, linesOf } from './text-lines.ts'

export type { NltestStatus }

export interface SecureChannel {
  readonly dc: string | null
  readonly connection: NltestStatus | null
  /** Only `/sc_verify` prints it. */
  readonly verification: NltestStatus | null
}

/** What `nltest /dsgetdc` or `/sc_query`, `/sc_verify` say. Names carry no backslashes. */
export interface Nltest extends Names {
  /** A domain controller answered; for `/sc_*`, the inner status is 0. */
  readonly found: boolean
  readonly dc: string | null
  readonly address: string | null
  readonly flags: readonly string[] | null
  readonly keyList: YesNo
  readonly kdc: YesNo
  readonly writable: YesNo
  /** The first inner status that is not 0, else 0 when the text shows success, else null. */
  readonly status: NltestStatus | null
  readonly secureChannel: SecureChannel | null
}

/** The first and second `label: \\host`; a line without a colon is the `Trusted DC Name \\host` of `/sc_*`. */
interface Hosts {
  readonly dc: string | null
  readonly address: string | null
  readonly trusted: string | null
  /** Index of the last of them; -1 without any. */
  readonly lastLine: number
  /** One host alone may stand in any text; under the label DC, or with an address, it is a domain controller. */
  readonly isTelling: boolean
}

const command = /\bnltest(?:\.exe)?["']? +[/-]/i
const ipAddress = /^(?:\d{1,3}(?:\.\d{1,3}){3}|(?=[:.%]*[0-9a-f])(?=[^:]*:[^:]*:)[0-9a-f:.%]{2,60})$/i
const hostForm = /^[\p{L}\p{N}_][\p{L}\p{N}._$-]{0,254}$/u

/** What stands behind `\\` at the end of the line. */
const hostIn = (line: string): { host: string; hasColon: boolean } | null => {
  const start = line.lastIndexOf('\\\\')
  if (start < 0 || isTyped(line)) return null
  const text = line.trimEnd()
  const host = text.slice(start + 2)
  if (host.length > 255 || !(hostForm.test(host) || ipAddress.test(host))) return null
  const before = text.slice(0, start).trimEnd()
  return { host, hasColon: before.endsWith(':') || before.endsWith('：') }
}

const hostsIn = (lines: readonly string[]): Hosts => {
  const named: string[] = []
  let trusted: string | null = null
  let lastLine = -1
  let isTelling = false
  for (const [index, line] of lines.entries()) {
    const found = hostIn(line)
    if (found === null) continue
    if (!found.hasColon) trusted ??= found.host
    else if (named.length < 2) {
      named.push(found.host)
      lastLine = index
      isTelling ||= named.length === 2 || ipAddress.test(found.host) || /^\s*DC\s*[:：]/i.test(line)
    }
  }
  const [first = null, second = null] = named
  const isAddressOnly = first !== null && second === null && ipAddress.test(first)
  return { dc: isAddressOnly ? null : first, address: isAddressOnly ? first : second, trusted, lastLine, isTelling }
}

const secureChannelOf = (statuses: readonly StatusLine[], trusted: string | null): SecureChannel | null => {
  const results = statuses.filter(({ isFailure }) => !isFailure).map(({ status }) => status)
  const [connection, verification = null] = results
  return connection === undefined ? null : { dc: trusted, connection, verification }
}

const isTyped = (line: string): boolean => isPrompt(line) || command.test(line)

/** Noise becomes empty lines. On Japanese fonts a backslash looks like a yen sign, and some copies have it. */
const usable = (line: string): string => {
  if (line.length > 2000) return ''
  return line.includes('¥¥') ? line.replaceAll('¥¥', '\\\\') : line
}

/**
 * Labels and closing lines of nltest are translated, so only patterns are read: `\\host`, the flag vocabulary, and
 * `= <decimal> 0x<hex> <NAME>`. "Completed successfully" proves nothing: it is printed over broken channels, too.
 */
export const readNltest = (text: string): Result<Nltest> => {
  const lines = linesOf(text).map(usable)
  const statuses = /0x/i.test(text) ? lines.map(statusIn).filter((status) => status !== null) : []
  const { dc, address, trusted, lastLine, isTelling } = hostsIn(lines)
  const secureChannel = secureChannelOf(statuses, trusted)
  // One short word such as GC proves little by itself; below the name of a domain controller it does.
  const flags = mayHoldFlags(text) ? findFlags(lines, lastLine < 0 ? 2 : 1) : null
  const byLabel = /name/i.test(text) ? namesByLabel(lines) : null
  const hasBlock = dc !== null || address !== null || flags !== null
  if (!isTelling && flags === null && statuses.length === 0 && byLabel === null)
    return fail(
      'unreadable',
      'This is not the output of nltest: it names no domain controller, no flags and no status.',
    )

  const failed = statuses.find(({ status }) => status.code !== 0)?.status
  const zero = statuses[0]?.status ?? (hasBlock || byLabel !== null ? { code: 0, name: null } : null)
  const between =
    flags === null || lastLine < 0 ? [] : lines.slice(lastLine + 1, flags.line).filter((line) => !isTyped(line))
  const tokens = flags?.tokens ?? []
  const flag = (there: boolean): YesNo => (there ? 'yes' : flags?.complete === true ? 'no' : 'unknown')
  return ok({
    found: failed === undefined && (hasBlock || statuses.length > 0),
    dc,
    address,
    ...(byLabel ?? (between.length > 0 ? namesByPosition(between) : noNames)),
    flags: flags === null ? null : flags.tokens,
    keyList: flag(hasKeyList(tokens)),
    kdc: flag(tokens.includes('KDC')),
    writable: flag(tokens.includes('WRITABLE')),
    status: failed ?? zero,
    secureChannel,
  })
}
