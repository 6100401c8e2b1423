import { fail, ok, type Result } from '../../shared/result.ts'
import { isRegExport, readRegExport } from './reg-export.ts'
import type { RegFileKey } from './reg-keys.ts'
import { isRegQuery, readRegQuery } from './reg-query.ts'
import { linesOf } from './text-lines.ts'

export interface RegFile {
  /** In the shape of registry.json, root names shortened to HKLM, HKCU, HKU, HKCR, HKCC. */
  readonly keys: Readonly<Record<string, RegFileKey>>
}

const quotedKey = /^(?:> ?){1,4}\[?-?HK|(?:^|>)[ \t]{0,8}\[?-?HK[^<\n]{1,500}<br ?\/?>/m
const brokenHeader = /(?:Windows Registry Editor Version \d\.\d\d|REGEDIT4)<br ?\/?>/

/** Data may hold anything, so only a text that was quoted or broken as a whole is freed of what pasting added. */
const unquoted = (text: string): string => {
  if (quotedKey.test(text) || brokenHeader.test(text)) return linesOf(text).join('\n')
  return text.includes('\n') ? text : text.replaceAll('\r', '\n')
}

const withoutReturn = (line: string) => (line.endsWith('\r') ? line.slice(0, -1) : line)

/**
 * A .reg export, or the text of `reg query`. The sentence `reg` prints when a key is missing is translated, and the
 * same for "denied" and "mistyped": a text without a key is unreadable, and never means "absent".
 */
export const readRegFile = (text: string): Result<RegFile> => {
  const plain = unquoted(text)
  const lines = isRegExport(plain) ? null : plain.split('\n').map(withoutReturn)
  const keys = lines === null ? readRegExport(plain) : isRegQuery(lines) ? readRegQuery(lines) : null
  return keys === null || keys.size === 0
    ? fail('unreadable', 'This is neither a .reg file nor the output of reg query: it names no registry key.')
    : ok({ keys: keys.toRecord() })
}
