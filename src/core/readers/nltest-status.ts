export interface NltestStatus {
  readonly code: number
  /** Never translated; null when the text was cut before it. */
  readonly name: string | null
}

export interface StatusLine {
  readonly status: NltestStatus
  /** `… failed: Status = …` of a command that did not run, as opposed to the result lines of `/sc_query`. */
  readonly isFailure: boolean
}

const pattern = /[=＝] *(-?\d{1,10}) +(0x[0-9a-f]{1,8})\b(?: +([A-Za-z]\w{0,80}))?/i

/** `… Status = 1355 0x54b ERROR_NO_SUCH_DOMAIN`; the words around it are translated, the numbers and names are not. */
export const statusIn = (line: string): StatusLine | null => {
  const match = line.includes('0x') || line.includes('0X') ? pattern.exec(line) : null
  if (match === null) return null
  const status = { code: Number(match[1]), name: match[3] ?? null }
  return { status, isFailure: /[:：]/.test(line.slice(0, match.index)) }
}
