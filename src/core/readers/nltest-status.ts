export interface NltestStatus {
  readonly code: number
  /** Never translated; null when the text was cut before it. */
  readonly name: string | null
}

export interface StatusLine {
  readonly status: NltestStatus
  /** `… failed: Status = …` of a command that did not run, as opposed to the result lines of `/sc_query`. */
  readonly isFailure: boolean
  /** Index of its line. */
  readonly line: number
}

interface Printed {
  readonly status: NltestStatus
  readonly isFailure: boolean
  /** Both numbers say the same, so none of them was cut. */
  readonly isWhole: boolean
}

const pattern = /[=＝] *(-?\d{1,10}) +(0x[0-9a-f]{1,8})\b(?: +([A-Za-z]\w{0,80}))?/i
/** A window cut the line in the numbers. */
const cutInNumbers = /[=＝] *(?:-?\d{1,10} *(?:0x?[0-9a-f]{0,8})?)?$/i
const endsInNumber = /0x[0-9a-f]{1,8}$/i
const wholeName = /^[A-Z0-9]{1,20}_\w{1,60}$/
const restOfName = /^[A-Z0-9_]{1,60}$/
/** Narrower windows are not used. */
const narrowest = 40

const printedIn = (line: string): Printed | null => {
  const match = /[=＝]/.test(line) ? pattern.exec(line) : null
  if (match === null) return null
  const code = Number(match[1])
  const status = { code, name: match[3] ?? null }
  return { status, isFailure: /[:：]/.test(line.slice(0, match.index)), isWhole: code >>> 0 === Number(match[2]) }
}

/** A line that a window cut goes on in the next one, without the blank it may have been cut at. */
const joined = (line: string, next: string): Printed | null => {
  if (!cutInNumbers.test(line)) return null
  return [line + next, `${line} ${next}`].map(printedIn).find((printed) => printed?.isWhole === true) ?? null
}

const withRestOfName = (printed: Printed, line: string, next: string): Printed => {
  const { name, code } = printed.status
  if (line.length < narrowest || (name === null ? !endsInNumber.test(line) : !line.endsWith(name))) return printed
  const goesOn = name === null ? wholeName.test(next) : restOfName.test(next)
  return goesOn ? { ...printed, status: { code, name: (name ?? '') + next } } : printed
}

/** `… Status = 1355 0x54b ERROR_NO_SUCH_DOMAIN`; the words around it are translated, the numbers and names are not. */
export const statusesIn = (lines: readonly string[]): StatusLine[] =>
  lines.flatMap((raw, index) => {
    const line = raw.trimEnd()
    const next = lines[index + 1]?.trim() ?? ''
    const printed = printedIn(line)
    const whole = printed?.isWhole === true ? withRestOfName(printed, line, next) : (joined(line, next) ?? printed)
    return whole === null ? [] : [{ status: whole.status, isFailure: whole.isFailure, line: index }]
  })
