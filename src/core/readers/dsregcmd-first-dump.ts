import type { Section } from './dsregcmd-sections.ts'
import { isKnownTitle } from './dsregcmd-vocabulary.ts'

const contradicts = (first: Section, second: Section): boolean => {
  const values = new Map(first.fields.map(({ key, value }) => [key, value]))
  const lasts = [first.fields.at(-1)?.key, second.fields.at(-1)?.key]
  return second.fields.some(({ key, value }) => {
    const before = values.get(key) ?? value
    if (before === value) return false
    // The last value of a text that was cut agrees with the whole one.
    return !lasts.includes(key) || !(before.startsWith(value) || value.startsWith(before))
  })
}

/**
 * Which sections belong to the first dump of a text. People paste two runs, or two screens that overlap: a title that
 * comes again with the same values is the same dump, one that says otherwise begins another PC or another time.
 */
export const firstDump = (sections: readonly Section[]): { fresh: Section[]; repeated: Section[] } => {
  const byTitle = new Map<string, Section>()
  const fresh: Section[] = []
  const repeated: Section[] = []
  for (const section of sections) {
    const title = section.title.toLowerCase()
    const before = isKnownTitle(title) ? byTitle.get(title) : undefined
    if (before === undefined || before.fields.length === 0) {
      byTitle.set(title, section)
      fresh.push(section)
    } else if (contradicts(before, section)) break
    else repeated.push(section)
  }
  return { fresh, repeated }
}
