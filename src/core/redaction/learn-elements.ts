import { elementsOf, isNumbers, newElementMemory, together } from './elements.ts'
import { learnText } from './learn.ts'
import type { Originals } from './originals.ts'

/** Learns from the texts of a log; an element that was just seen gives no name away that is not known by now. */
export const learnerOf = (originals: Originals): ((text: string) => void) => {
  const memory = newElementMemory<true>()
  return (text) => {
    const cut = elementsOf(text)
    if (cut === null) {
      learnText(text, originals)
      return
    }
    memory.next(text)
    const fresh = cut.elements.filter((element) => {
      if (memory.known.has(element) || isNumbers(element)) return false
      memory.known.set(element, true)
      return true
    })
    learnText(cut.before, originals)
    learnText(together(fresh), originals)
    learnText(cut.after, originals)
  }
}
