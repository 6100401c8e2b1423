/**
 * Flags of a domain controller as nltest prints them; they are never translated. Source: "DOMAIN_CONTROLLER_INFOW",
 * https://learn.microsoft.com/windows/win32/api/dsgetdc/ns-dsgetdc-domain_controller_infow
 */
const known = new Set(
  `PDC GC DS LDAP KDC TIMESERV GTIMESERV WRITABLE DNS_DC DNS_DOMAIN DNS_FOREST CLOSE_SITE NDNC PARTIAL_SECRET
  FULL_SECRET WS DS_8 DS_9 DS_10 DS_13 KEYLIST`.split(/\s+/),
)
const token = /^(?:[A-Z][A-Z0-9_]*|0[xX][0-9a-fA-F]+)$/
const hex = /^0x[0-9a-f]{1,8}$/i
/** Twice what any build prints; without an end, noise would be joined again and again. */
const mostTokens = 60
const anyKnown = new RegExp(String.raw`\b(?:${[...known].join('|')})\b|\bFlags *[:：] *0[xX]`)
const flagsLabel = /^\s*Flags *[:：]/i
const restForm = /^\w+(?: +\w+)*$/
/** Windows a person pastes from; a line that ends there may go on. */
const consoleWidths = [80, 100, 120]

export interface Flags {
  readonly tokens: readonly string[]
  /** False when the text may have been cut inside the flags, so that a missing one proves nothing. */
  readonly complete: boolean
  /** Index of the line they begin in. */
  readonly line: number
}

interface Candidate {
  readonly tokens: readonly string[]
  readonly line: number
  /** Index of the last line the flags reach. */
  readonly lastLine: number
  readonly knownCount: number
}

const isKnown = (text: string) => known.has(text) || hex.test(text)

const areTokens = (parts: readonly string[]) => parts.every((part) => token.test(part))

const afterColon = (line: string): string => {
  const ascii = line.indexOf(':')
  const wide = line.indexOf('：')
  const colon = ascii < 0 || (wide >= 0 && wide < ascii) ? wide : ascii
  return (colon < 0 ? line : line.slice(colon + 1)).trim()
}

/** A wrapped line may be cut inside a token: `DNS_FOR` + `EST`. null when `next` is no rest of the flags. */
const joined = (tokens: readonly string[], next: readonly string[]): string[] | null => {
  const last = tokens.at(-1) ?? ''
  const first = next[0] ?? ''
  const whole = last + first
  const helps = next.slice(1).some(isKnown)
  if (known.has(whole) || (hex.test(whole) && !isKnown(first))) return [...tokens.slice(0, -1), whole, ...next.slice(1)]
  if (isKnown(first) || (helps && isKnown(last))) return [...tokens, ...next]
  return helps && token.test(whole) ? [...tokens.slice(0, -1), whole, ...next.slice(1)] : null
}

const mayBeCut = (lines: readonly string[], lastLine: number): boolean => {
  // No line end after the flags: the text stops there.
  if (lastLine >= lines.length - 1) return true
  // The first letters of a continuation that was cut right away.
  if (lastLine === lines.length - 2 && /^ *[A-Z0-9_x ]+$/.test(lines[lastLine + 1] ?? '')) return true
  if (lines.some((line, index) => index > lastLine && line.trim() !== '')) return false
  const width = (lines[lastLine] ?? '').trimEnd().length
  return consoleWidths.some((columns) => Math.abs(columns - width) <= 1)
}

const candidateAt = (lines: readonly string[], line: number): Candidate | null => {
  const value = afterColon(lines[line] ?? '')
  if (value.length < 2 || value.length > 2000 || !restForm.test(value)) return null
  let tokens = value.split(/ +/)
  const isTelling =
    tokens.some((part) => known.has(part)) || (hex.test(tokens[0] ?? '') && flagsLabel.test(lines[line] ?? ''))
  // Only the last one may be half a token.
  if (!isTelling || !areTokens(tokens.slice(0, -1))) return null
  let lastLine = line
  while (lastLine + 1 < lines.length && tokens.length < mostTokens) {
    const rest = (lines[lastLine + 1] ?? '').trim()
    if (rest === '' || rest.length > 2000 || !restForm.test(rest)) break
    const longer = joined(tokens, rest.split(/ +/))
    if (longer === null) break
    tokens = longer
    lastLine++
  }
  if (!areTokens(tokens.slice(0, -1))) return null
  return { tokens, line, lastLine, knownCount: tokens.filter(isKnown).length }
}

/** A quick look before reading every line. */
export const mayHoldFlags = (text: string): boolean => anyKnown.test(text)

/** The line whose value is made of the most known flags, at least `fewest` of them; null when there is none. */
export const findFlags = (lines: readonly string[], fewest: number): Flags | null => {
  let best: Candidate | null = null
  for (let line = 0; line < lines.length; line++) {
    const candidate = candidateAt(lines, line)
    if (candidate === null) continue
    if (candidate.knownCount > (best?.knownCount ?? fewest - 1)) best = candidate
    line = candidate.lastLine
  }
  if (best === null) return null
  // Without its label the line was cut at its beginning.
  const complete = /[:：]/.test(lines[best.line] ?? '') && !mayBeCut(lines, best.lastLine)
  const last = best.tokens.at(-1) ?? ''
  if (complete && !token.test(last)) return null
  // Half a token at the end of a cut text is no flag, nor is a number that is all there is.
  const isWhole = complete || known.has(last) || (hex.test(last) && best.tokens.length > 1)
  const tokens = isWhole ? best.tokens : best.tokens.slice(0, -1)
  return tokens.length === 0 ? null : { tokens, complete, line: best.line }
}

/** Bits of the flags whose names matter here. Source: as above, and DS_KEY_LIST_FLAG of the protocol headers. */
const bits = { KDC: 0x20, WRITABLE: 0x100, KEYLIST: 0x20000 } as const

/**
 * By its name, or in a number: nltest of Server 2019 and older does not know KEYLIST and prints 0x20000. What a build
 * has names for it does not print as a number, unless it prints nothing else.
 */
export const hasFlag = (tokens: readonly string[], name: keyof typeof bits): boolean => {
  const counts = name === 'KEYLIST' || !tokens.some((part) => known.has(part))
  return tokens.some(
    (part) => part === name || (counts && hex.test(part) && Math.floor(Number(part) / bits[name]) % 2 === 1),
  )
}
