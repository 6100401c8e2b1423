import { newElementMemory } from './element-memory.ts'
import { isCorrelation, isNumbers, together } from './elements.ts'
import { learnNeighbours, learnText } from './learn.ts'
import type { Originals } from './originals.ts'

/** Learns from the texts of a log; an element that was just seen gives no name away that is not known by now. */
export const learnerOf = (originals: Originals): ((text: string) => void) => {
  const memory = newElementMemory<true>()
  return (text) => {
    const cut = memory.cut(text)
    if (cut === null) {
      learnText(text, originals)
      return
    }
    learnNeighbours(text, originals)
    const fresh = new Set<string>()
    for (let index = 0; index < cut.count; index++)
      if (cut.kept[index] === undefined) {
        const element = text.slice(cut.starts[index], cut.ends[index])
        if (!isNumbers(element) && !isCorrelation(element)) fresh.add(element)
      }
    learnText(cut.before, originals)
    learnText(together([...fresh]), originals)
    learnText(cut.after, originals)
    for (const element of fresh) memory.keep(element, true)
  }
}
