import { mayBeHiddenName } from './masks.ts'

/** The first and second `label: \\host`, and the one of a secure channel. */
export interface Hosts {
  readonly dc: string | null
  readonly address: string | null
  readonly trusted: string | null
  /** Index of the last of the first two; -1 without any. */
  readonly lastLine: number
  /** One host alone may stand in any text; under the label DC, or with an address, it is a domain controller. */
  readonly isTelling: boolean
}

interface Named {
  /** null: no colon stands before it, as in `Trusted DC Name \\host`. */
  readonly label: string | null
  readonly host: string
}

const ipAddress = /^(?:\d{1,3}(?:\.\d{1,3}){3}|(?=[:.%]*[0-9a-f])(?=[^:]*:[^:]*:)[0-9a-f:.%]{2,60})$/i
const hostForm = /^[\p{L}\p{N}_][\p{L}\p{N}._$-]*$/u
const longestHost = 255
const hasLetter = /\p{L}/u
const dcLabel = /^DC$/i
const addressLabel = /^Address$/i

/** What stands behind `\\` at the end of the line. */
const namedIn = (line: string): Named | null => {
  const start = line.lastIndexOf('\\\\')
  if (start < 0) return null
  const text = line.trimEnd()
  const host = text.slice(start + 2)
  const before = text.slice(0, start).trimEnd()
  const label = before.endsWith(':') || before.endsWith('：') ? before.slice(0, -1).trim() : null
  if (host.length <= longestHost && (hostForm.test(host) || ipAddress.test(host))) return { host, label }
  // A hidden name may look like anything, so its label must look like one.
  return mayBeHiddenName(host) && hasLetter.test(label ?? '') ? { host, label } : null
}

const isOnlyAddress = ({ host, label }: Named) =>
  addressLabel.test(label ?? '') || (ipAddress.test(host) && !dcLabel.test(label ?? ''))

/** `channelLines`: the lines in which a secure channel names its controller. */
export const hostsIn = (lines: readonly string[], channelLines: ReadonlySet<number>): Hosts => {
  const found: Named[] = []
  let trusted: string | null = null
  let lastLine = -1
  for (const [index, line] of lines.entries()) {
    const named = namedIn(line)
    if (named === null) continue
    if (named.label === null || channelLines.has(index)) trusted ??= named.host
    else if (found.length < 2) {
      found.push(named)
      lastLine = index
    }
  }
  const [first = null, second = null] = found
  const addressOnly = first !== null && second === null && isOnlyAddress(first)
  return {
    dc: addressOnly ? null : (first?.host ?? null),
    address: addressOnly ? first.host : (second?.host ?? null),
    trusted,
    lastLine,
    isTelling: second !== null || addressOnly || dcLabel.test(first?.label ?? ''),
  }
}
