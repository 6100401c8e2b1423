/** One thing to look for; `text` is folded. */
export interface Pattern<T> {
  readonly text: string
  readonly value: T
}

export interface Automaton<T> {
  /** Calls `found` for every place where a pattern ends, in the order of the text, longest pattern first. */
  readonly search: (text: string, found: (start: number, end: number, value: T) => void) => void
}

const turkish: ReadonlySet<number> = new Set(['İ', 'ı'].map((letter) => letter.charCodeAt(0)))
const plainI = 'i'.charCodeAt(0)

/** Lower case for one UTF-16 unit; letters whose lower case is longer stay as they are. Every `i` is the same letter. */
const foldUnit = (code: number): number => {
  if (turkish.has(code)) return plainI
  const lower = String.fromCharCode(code).toLowerCase()
  return lower.length === 1 ? lower.charCodeAt(0) : code
}

/** By character code; worked out once, for the first automaton that has anything to look for. */
let folded: Uint16Array | null = null
const foldedUnits = (): Uint16Array => {
  folded ??= Uint16Array.from({ length: 65536 }, (_, code) => foldUnit(code))
  return folded
}

const findsNothing = { search: () => undefined }

export const fold = (text: string): string => {
  let lower = ''
  for (let index = 0; index < text.length; index++) lower += String.fromCharCode(foldUnit(text.charCodeAt(index)))
  return lower
}

/**
 * Every pattern in one pass over the text, without case: the machine of Aho and Corasick with all its steps filled in, so
 * that each character is one look into a table. Source: https://doi.org/10.1145/360825.360855
 */
export const automatonOf = <T>(patterns: readonly Pattern<T>[]): Automaton<T> => {
  if (patterns.length === 0) return findsNothing
  const lower = foldedUnits()
  // Characters that no pattern holds share class 0.
  const classOf = new Uint16Array(65536)
  const units = new Map<number, number>()
  for (const { text } of patterns)
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index)
      if (!units.has(code)) units.set(code, units.size + 1)
    }
  for (let code = 0; code < 65536; code++) classOf[code] = units.get(code) ?? units.get(lower[code] ?? 0) ?? 0
  const width = units.size + 1
  const most = patterns.reduce((sum, { text }) => sum + text.length, 1)
  const next = new Int32Array(most * width)
  const ends: (Pattern<T>[] | undefined)[] = []
  let states = 1
  for (const pattern of patterns) {
    let state = 0
    for (let index = 0; index < pattern.text.length; index++) {
      const at = state * width + (classOf[pattern.text.charCodeAt(index)] ?? 0)
      if (next[at] === 0) next[at] = states++
      state = next[at] ?? 0
    }
    if (state !== 0) ends[state] = [...(ends[state] ?? []), pattern]
  }
  // Breadth first: where the text goes on differently, go on as the longest known suffix would.
  const suffix = new Int32Array(states)
  const queue: number[] = []
  for (let unit = 1; unit < width; unit++) {
    const state = next[unit] ?? 0
    if (state !== 0) queue.push(state)
  }
  for (let head = 0; head < queue.length; head++) {
    const state = queue[head] ?? 0
    const other = suffix[state] ?? 0
    const inherited = ends[other]
    if (inherited !== undefined) ends[state] = [...(ends[state] ?? []), ...inherited]
    for (let unit = 1; unit < width; unit++) {
      const at = state * width + unit
      const target = next[at] ?? 0
      const fallback = next[other * width + unit] ?? 0
      if (target === 0) next[at] = fallback
      else {
        suffix[target] = fallback
        queue.push(target)
      }
    }
  }
  const isEnd = new Uint8Array(states)
  for (const [state, list] of ends.entries()) if (list !== undefined) isEnd[state] = 1
  return {
    search: (text, found) => {
      let state = 0
      const { length } = text
      for (let index = 0; index < length; index++) {
        // Both indexes are in range by construction; the fallback only satisfies the compiler.
        state = next[state * width + (classOf[text.charCodeAt(index)] as number)] as number
        if (isEnd[state] === 1)
          for (const { text: pattern, value } of ends[state] ?? []) found(index + 1 - pattern.length, index + 1, value)
      }
    },
  }
}
