export interface Choice {
  readonly id: string
  readonly title: string
  /** A sentence or two under the title. */
  readonly text: string
}

/** Every word must occur somewhere, in any order. */
export const matching = (choices: readonly Choice[], query: string): readonly Choice[] => {
  const words = query.toLowerCase().split(/\s+/)
  return choices.filter(({ id, title, text }) => {
    const searched = `${id} ${title} ${text}`.toLowerCase()
    return words.every((word) => searched.includes(word))
  })
}

/** Where a key leads in an open list of `count`; null for a key that does not move. */
export const moved = (key: string, from: number, count: number): number | null => {
  if (count === 0) return null
  switch (key) {
    case 'ArrowDown':
      return (from + 1) % count
    case 'ArrowUp':
      return (from + count - 1) % count
    case 'PageDown':
      return Math.min(from + 5, count - 1)
    case 'PageUp':
      return Math.max(from - 5, 0)
    default:
      return null
  }
}
