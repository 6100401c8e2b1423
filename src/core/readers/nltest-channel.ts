import type { Hosts } from './nltest-hosts.ts'
import type { NltestStatus, StatusLine } from './nltest-status.ts'

export interface SecureChannel {
  readonly dc: string | null
  readonly connection: NltestStatus | null
  /** Only `/sc_verify` prints it. */
  readonly verification: NltestStatus | null
}

/** `Flags: b0 HAS_IP  HAS_TIMESERV`: a bare number, unlike the flags of a domain controller. */
const channelFlags = /^[^:：]{1,60}[:：] *[0-9a-f]{1,8}((?: +HAS_[A-Z_]{2,20})*) *$/i
/** `Trusted DC Name` with a controller or, when the channel is broken, with nothing. */
const controllerLine = /\\\\|^[^:：]+[:：]? *$/
const failureLabel = /\bfailed *:/i
const channelLabel = /^ *(?:Trusted DC (?:Name|Connection)|Trust Verification)\b/i
const verificationLabel = /\bTrust Verification\b/i
/** The controller's name and both statuses. */
const answerLength = 3

/** The lines of a `/sc_*` answer, in any language. */
export const channelLinesIn = (lines: readonly string[], statuses: readonly StatusLine[]): ReadonlySet<number> => {
  const isFailure = (index: number) => failureLabel.test(lines[index] ?? '')
  const statusLines = new Set(statuses.map(({ line }) => line).filter((line) => !isFailure(line)))
  const printed = (from: number): number[] => {
    const found: number[] = []
    for (let index = from; index < lines.length && found.length < answerLength; index++)
      if (lines[index]?.trim() !== '') found.push(index)
    return found
  }
  for (const [index, line] of lines.entries()) {
    if (channelLabel.test(line)) return new Set(printed(index).filter((each) => !isFailure(each)))
    const flags = channelFlags.exec(line)
    if (flags === null) continue
    const after = printed(index + 1)
    const [name = index, ...rest] = after
    const isAnswer = controllerLine.test(lines[name] ?? '') && rest.some((each) => statusLines.has(each))
    if (flags[1] !== '' || isAnswer) return new Set(after.filter((each) => !isFailure(each)))
  }
  return new Set()
}

/** null when the text is no answer of `/sc_*`; what was cut off is null inside. */
export const secureChannelOf = (
  lines: readonly string[],
  statuses: readonly StatusLine[],
  channelLines: ReadonlySet<number>,
  { trusted }: Hosts,
): SecureChannel | null => {
  const results = statuses.filter(({ isFailure, line }) => !isFailure || channelLines.has(line))
  if (results.length === 0 && channelLines.size === 0) return null
  const labelled = results.find(({ line }) => verificationLabel.test(lines[line] ?? ''))
  const [connection, second] = results.filter((result) => result !== labelled)
  const verification = labelled ?? second
  return { dc: trusted, connection: connection?.status ?? null, verification: verification?.status ?? null }
}
