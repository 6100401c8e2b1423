import type { z } from 'zod'
import { fail, ok, type Result } from '../../shared/result.ts'

const mostAttempts = 8

/** Warnings and banners may stand before the JSON, so it is looked for where a line begins with a bracket. */
const parse = (text: string): unknown => {
  const starts = new Set<number>()
  for (const { index } of text.matchAll(/^[ \t]{0,8}[{[]/gm)) if (starts.add(index).size >= mostAttempts) break
  const first = text.search(/[{[]/)
  if (first >= 0) starts.add(first)
  for (const start of starts) {
    const end = Math.max(text.lastIndexOf('}'), text.lastIndexOf(']'))
    try {
      return JSON.parse(text.slice(start, end + 1))
    } catch {
      // Not here; perhaps the bracket belongs to a banner.
    }
  }
  return undefined
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * The list under `name`. Windows PowerShell writes a single object instead of a list of one, and sometimes wraps a
 * list as `{"value": […], "Count": n}`. A missing list or null is no answer, since a failed query leaves that, too.
 */
const listUnder = (json: unknown, name: string): unknown => {
  if (Array.isArray(json)) return json
  const list = isRecord(json) ? json[name] : undefined
  if (!isRecord(list)) return list
  return Array.isArray(list['value']) && typeof list['Count'] === 'number' ? list['value'] : [list]
}

/** JSON that one of our PowerShell scripts printed: `{"name": [entry, …]}`. */
export const readJsonList = <Entry>(
  text: string,
  name: string,
  entries: z.ZodType<Entry[]>,
): Result<readonly Entry[]> => {
  const list = entries.safeParse(listUnder(parse(text), name))
  return list.success ? ok(list.data) : fail('unreadable', `The answer is not the expected JSON list "${name}".`)
}
