import type { YesNo } from '../../shared/report.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { channelLinesIn, type SecureChannel, secureChannelOf } from './nltest-channel.ts'
import { findFlags, hasFlag, mayHoldFlags } from './nltest-flags.ts'
import { hostsIn } from './nltest-hosts.ts'
import { type Names, namesByLabel, namesByPosition, noNames } from './nltest-names.ts'
import { type NltestStatus, statusesIn } from './nltest-status.ts'
import { isPrompt, linesOf } from './text-lines.ts'

export type { NltestStatus, SecureChannel }

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

const command = /\bnltest(?:\.exe)?["']? +[/-]/i
const isTyped = (line: string): boolean => isPrompt(line) || command.test(line)

const emphasized = /^ *(?:- )?(?:\*\*|`)(.*?)(?:\*\*|`) *$/

/** Noise becomes empty lines. On Japanese fonts a backslash looks like a yen sign, and some copies have it. */
const usable = (line: string): string => {
  if (line.length > 2000) return ''
  const spaced = line.includes('\t') ? line.replaceAll('\t', ' ') : line
  const plain = spaced.includes('¥¥') ? spaced.replaceAll('¥¥', '\\\\') : spaced
  return plain.includes('**') || plain.includes('`') ? plain.replace(emphasized, '$1') : plain
}

/**
 * Labels and closing lines of nltest are translated, so only patterns are read: `\\host`, the flag vocabulary, and
 * `= <decimal> 0x<hex> <NAME>`. "Completed successfully" proves nothing: it is printed over broken channels, too.
 */
export const readNltest = (text: string): Result<Nltest> => {
  const lines = linesOf(text).map(usable)
  const statuses = /[=＝]/.test(text) ? statusesIn(lines) : []
  const channelLines = channelLinesIn(lines, statuses)
  const hosts = hostsIn(
    lines.map((line) => (isTyped(line) ? '' : line)),
    channelLines,
  )
  const { dc, address, lastLine } = hosts
  const secureChannel = secureChannelOf(lines, statuses, channelLines, hosts)
  // One short word such as GC proves little by itself; below the name of a domain controller it does.
  const flags = mayHoldFlags(text) ? findFlags(lines, lastLine < 0 ? 2 : 1) : null
  const byLabel = /name/i.test(text) ? namesByLabel(lines) : null
  const hasBlock = dc !== null || address !== null || flags !== null
  if (!hosts.isTelling && flags === null && statuses.length === 0 && byLabel === null && secureChannel === null)
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
    keyList: flag(hasFlag(tokens, 'KEYLIST')),
    kdc: flag(hasFlag(tokens, 'KDC')),
    writable: flag(hasFlag(tokens, 'WRITABLE')),
    status: failed ?? zero,
    secureChannel,
  })
}
