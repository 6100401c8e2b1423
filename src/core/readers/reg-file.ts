import { fail, ok, type Result } from '../../shared/result.ts'
import { stripEnds } from './dsregcmd-lines.ts'
import { isRegExport, readRegExport } from './reg-export.ts'
import type { RegFileKey } from './reg-keys.ts'
import { isRegQuery, readRegQuery } from './reg-query.ts'
import { linesOf } from './text-lines.ts'

export interface RegFile {
  /** In the shape of registry.json, root names shortened to HKLM, HKCU, HKU, HKCR, HKCC. */
  readonly keys: Readonly<Record<string, RegFileKey>>
}

const quotedKey = /^[ \t]{0,8}(?:> ?){1,4}[ \t]{0,8}\[?-?HK|(?:^|>)[ \t]{0,8}\[?-?HK[^<\n]{1,500}<br ?\/?>/m
/** Old Macs end lines so, and some editors; inside data a return may stand for itself. */
const loneReturn = /^[ \t]{0,8}\[?-?HK[^\r\n]{1,500}\r(?![\r\n])/m
const brokenHeader = /(?:Windows Registry Editor Version \d\.\d\d|REGEDIT4)<br ?\/?>/

/** Data may hold anything, so only a text that was quoted or broken as a whole is freed of what pasting added. */
const unquoted = (text: string): string => {
  if (quotedKey.test(text) || brokenHeader.test(text)) return linesOf(text).join('\n')
  if (!text.includes('\n')) return text.replaceAll('\r', '\n')
  return loneReturn.test(text) ? text.replace(/\r(?![\r\n])/g, '\n') : text
}

const returns = new Set('\r')
/** More than one, where a program turned line ends into line ends. */
const withoutReturns = (line: string) => (line.endsWith('\r') ? stripEnds(line, returns) : line)

/**
 * A .reg export, or the text of `reg query`. The sentence `reg` prints when a key is missing is translated, and the
 * same for "denied" and "mistyped": a text without a key is unreadable, and never means "absent".
 */
export const readRegFile = (text: string): Result<RegFile> => {
  const plain = unquoted(text)
  const lines = isRegExport(plain) ? null : plain.split('\n').map(withoutReturns)
  const keys = lines === null ? readRegExport(plain) : isRegQuery(lines) ? readRegQuery(lines) : null
  return keys === null || keys.size === 0
    ? fail('unreadable', 'This is neither a .reg file nor the output of reg query: it names no registry key.')
    : ok({ keys: keys.toRecord() })
}
