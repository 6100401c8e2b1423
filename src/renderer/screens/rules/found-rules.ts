import type { Rules } from '../../../shared/rules.ts'

/** Every word of an entry, to look for what was typed. */
const has = (typed: readonly string[], ...words: readonly string[]): boolean => {
  const text = words.join('\n').toLowerCase()
  return typed.every((word) => text.includes(word))
}

/** The entries in which every typed word occurs, in any order; all of them when nothing is typed. */
export const foundRules = (rules: Rules, typed: string): Rules => {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  return {
    guides: rules.guides.filter(({ id, title, text, table }) =>
      has(words, id, title, ...text, ...(table?.columns ?? []), ...(table?.rows.flat() ?? [])),
    ),
    checks: rules.checks.filter(({ id, title, why }) => has(words, id, title, why)),
    fixes: rules.fixes.filter(({ id, title, cures }) => has(words, id, title, ...cures)),
  }
}

const counted = (count: number, one: string, several: string) => `${count} ${count === 1 ? one : several}`

export const foundWords = ({ guides, checks, fixes }: Rules): string =>
  [
    counted(guides.length, 'help topic', 'help topics'),
    counted(checks.length, 'check', 'checks'),
    counted(fixes.length, 'fix', 'fixes'),
  ].join(', ')
