import { valueOfPrinted } from './reg-data.ts'
import { KeyCollector, shortKey } from './reg-keys.ts'
import { isPrompt } from './text-lines.ts'

const keyForm = /^[ \t]{0,8}(?:HKEY_[A-Z_]{4,30}(?:\\|\s*$)|HK(?:LM|CU|U|CR|CC)\\)/i
const separated = / {4}(REG_[A-Z_]{2,40})(?: {4}|$)/
/** Tabs and no-break blanks come from pasting. */
const loosely = /[ \t\u00a0]{1,8}(REG_[A-Z_]{2,40})(?:[ \t\u00a0]{1,8}|$)/
/** Pasting took the indentation away: a label that a typed command cannot be. */
const bareLabel = /^[(（]?[\p{L}\p{N}_][\p{L}\p{N}_ .)）-]{0,80}$/u
const inBrackets = /^[(（].{1,80}[)）]$/

export const isRegQuery = (lines: readonly string[]): boolean => lines.some((line) => keyForm.test(line))

/**
 * Output of `reg query`: a key at the margin, values below it as name, type and data, four blanks apart. The label of
 * the default value and "(value not set)" are translated, so both are known by their brackets.
 */
export const readRegQuery = (lines: readonly string[]): KeyCollector => {
  const keys = new KeyCollector()
  let key: string | null = null
  let isFirstValue = true
  for (const line of lines) {
    if (line.length > 100_000) continue
    if (keyForm.test(line)) {
      key = shortKey(line.trim())
      if (key !== null) keys.add(key, false)
      isFirstValue = true
      continue
    }
    const match = separated.exec(line) ?? loosely.exec(line)
    const type = match?.[1]
    if (match === null || type === undefined || key === null || isPrompt(line)) continue
    const label = line.slice(0, match.index).trim()
    if (!/^\s/.test(line) && !bareLabel.test(label)) continue
    const data = line.slice(match.index + match[0].length)
    // Windows prints the default value before all others.
    const isDefault = isFirstValue && inBrackets.test(label)
    isFirstValue = false
    if (isDefault && type === 'REG_SZ' && inBrackets.test(data.trim())) {
      keys.add(key, true)
      continue
    }
    const value = label === '' ? null : valueOfPrinted(type, data)
    if (value !== null) keys.set(key, isDefault ? '' : label, value)
  }
  return keys
}
