import { type Cut, newElementMemory } from './element-memory.ts'
import { isCorrelation, isCutShort, isNumbers, speaksOfOthers, together } from './elements.ts'
import { learnNeighbours, learnText } from './learn.ts'
import type { Originals } from './originals.ts'

/** The elements of a text that were not seen before. null: one of them is not whole. */
const freshIn = (text: string, { count, starts, ends, kept }: Cut<true>): ReadonlySet<string> | null => {
  const fresh = new Set<string>()
  for (let index = 0; index < count; index++) {
    if (kept[index] !== undefined) continue
    const element = text.slice(starts[index], ends[index])
    if (isNumbers(element) || isCorrelation(element)) continue
    if (isCutShort(element)) return null
    fresh.add(element)
  }
  return fresh
}

/** Learns from the texts of a log; an element that was just seen gives no name away that is not known by now. */
export const learnerOf = (originals: Originals): ((text: string) => void) => {
  const memory = newElementMemory<true>()
  return (text) => {
    const cut = memory.cut(text)
    const fresh = cut === null ? null : freshIn(text, cut)
    if (cut === null || fresh === null) {
      learnText(text, originals)
      return
    }
    const speaking = new Set([...fresh].filter(speaksOfOthers))
    if (speaking.size > 0) learnNeighbours(text, originals)
    learnText(cut.before, originals)
    learnText(together([...fresh]), originals)
    learnText(cut.after, originals)
    for (const element of fresh) if (!speaking.has(element)) memory.keep(element, true)
  }
}
