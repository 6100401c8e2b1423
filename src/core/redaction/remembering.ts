/** More than come back within a few thousand events; each keeps a piece of the log alive that it was read from. */
const cacheSize = 5_000

/** Logs say the same names over and over. All is forgotten when `version` changes, and when it becomes too much. */
export const remembering = (
  make: (text: string) => string,
  version: () => number = () => 0,
): ((text: string) => string) => {
  const made = new Map<string, string>()
  let madeFor = version()
  return (text) => {
    if (madeFor !== version() || made.size >= cacheSize) {
      madeFor = version()
      made.clear()
    }
    const known = made.get(text)
    if (known !== undefined) return known
    const fresh = make(text)
    made.set(text, fresh)
    return fresh
  }
}
