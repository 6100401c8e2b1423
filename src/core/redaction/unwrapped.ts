import { readDsregcmdStatus } from '../readers/dsregcmd-status.ts'

/** With what pasting puts around a line: `<br/>` behind it, `> ` in front of it. */
const breaks = /(?:<br ?\/?>)?(?:\r*\n|\r+)(?:> )?/g

/**
 * The text of `dsregcmd /status` with the values whole that a narrow console cut: half a name is no name to anybody who
 * looks for it. The reader tells which lines belong together.
 */
export const unwrapped = (text: string): string => {
  const status = readDsregcmdStatus(text)
  if (!status.ok) return text
  const values = status.value.sections.flatMap(({ fields }) => fields.map(({ value }) => value))
  const cut = values.filter((value) => value !== '' && !text.includes(value))
  if (cut.length === 0) return text
  const places = [...text.matchAll(breaks)].map(({ index, 0: { length } }) => ({ index, length }))
  // Where each break stands in the text without breaks.
  let gone = 0
  const inFlat = places.map(({ index, length }) => {
    const at = index - gone
    gone += length
    return at
  })
  const flat = text.replace(breaks, '')
  const dropped = new Set<number>()
  for (const value of cut)
    for (let at = flat.indexOf(value); at >= 0; at = flat.indexOf(value, at + 1))
      for (const [place, where] of inFlat.entries()) if (where > at && where < at + value.length) dropped.add(place)
  let place = -1
  return text.replace(breaks, (found) => {
    place++
    return dropped.has(place) ? '' : found
  })
}
