const day = 24 * 60 * 60 * 1000

/** ISO and East Asian cultures put the year first; then come month and day. */
const yearFirst = /^(\d{4})[-/.年]\s?(\d{1,2})[-/.月]\s?(\d{1,2})(?!\d)/
const yearLast = /^(\d{1,2})([-/.])\s?(\d{1,2})[-/.]\s?(\d{4})(?!\d)/

const dayOf = (year: number, month: number, date: number): number | null => {
  const time = Date.UTC(year, month - 1, date)
  const made = new Date(time)
  return made.getUTCMonth() === month - 1 && made.getUTCDate() === date ? time : null
}

/** Every day that a printed date may mean. With slashes or dashes, the day or the month may come first. */
const possibleDays = (text: string): readonly number[] => {
  const plain = text.trim()
  const [, year, month, date] = yearFirst.exec(plain) ?? []
  if (year !== undefined) return [dayOf(Number(year), Number(month), Number(date))].filter((time) => time !== null)
  const [, first, mark, second, last] = yearLast.exec(plain) ?? []
  if (last === undefined) return []
  const dayFirst = dayOf(Number(last), Number(second), Number(first))
  const monthFirst = mark === '.' ? null : dayOf(Number(last), Number(first), Number(second))
  return [dayFirst, monthFirst].filter((time) => time !== null)
}

/**
 * How many days ago a date was that some PC printed in its own culture: the fewest and the most it may mean. null: the
 * form is not known, or the day lies ahead, as in calendars that count other years.
 */
export const daysSince = (text: string, now: Date): { readonly fewest: number; readonly most: number } | null => {
  const ages = possibleDays(text)
    .map((time) => Math.floor((now.getTime() - time) / day))
    // One day of grace: the date was printed in a time zone of its own.
    .filter((age) => age >= -1)
    .map((age) => Math.max(age, 0))
  return ages.length === 0 ? null : { fewest: Math.min(...ages), most: Math.max(...ages) }
}
