import type { KeyboardEvent } from 'react'

interface Rows {
  readonly count: number
  readonly active: number
  readonly perPage: number
  readonly go: (row: number) => void
  readonly open: () => void
}

/** Where a key leads from a row; null: it is not a key of the table. */
const targetOf = (key: string, { active, count, perPage }: Rows): number | null => {
  switch (key) {
    case 'ArrowDown':
      return active + 1
    case 'ArrowUp':
      return active - 1
    case 'PageDown':
      return active + perPage
    case 'PageUp':
      return active - perPage
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}

/** The keys of a table whose rows are walked one by one, whether they are drawn or not. */
export const rowKeys =
  (rows: Rows) =>
  (event: KeyboardEvent): void => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      rows.open()
      return
    }
    const target = targetOf(event.key, rows)
    if (target === null) return
    event.preventDefault()
    rows.go(Math.min(Math.max(target, 0), rows.count - 1))
  }
