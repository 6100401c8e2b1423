import type { Section } from './dsregcmd-sections.ts'

const contradicts = (first: Section, second: Section): boolean => {
  const values = new Map(first.fields.map(({ key, value }) => [key, value]))
  return second.fields.some(({ key, value }) => {
    const before = values.get(key)
    // A value cut in half agrees with the whole one.
    return before !== undefined && !before.startsWith(value) && !value.startsWith(before)
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
    const before = title === '' ? undefined : byTitle.get(title)
    if (before === undefined || before.fields.length === 0) {
      byTitle.set(title, section)
      fresh.push(section)
    } else if (contradicts(before, section)) break
    else repeated.push(section)
  }
  return { fresh, repeated }
}
