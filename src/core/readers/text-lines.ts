const fence = /^\s*(?:`{3,}|~{3,})\s*\w*\s*$/
const escapeCodes = /\u001b\[[0-9;]{0,20}[A-Za-z]/g
/** Zero-width blanks and joiners, and marks of writing direction. */
const invisible = /[\u200b\u200e\u200f\u2060]/g
const tagAtLineEnd = /<br ?\/?>[ \t]*\n/gi
const tag = /<br ?\/?>|<\/?(?:pre|code)>/gi
const entity = /&(?:nbsp|lt|gt|amp|quot|#39|#160);/g
const characters: Readonly<Record<string, string>> = {
  '&nbsp;': ' ',
  '&#160;': ' ',
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&quot;': '"',
  '&#39;': "'",
}
const quoted = /^[ \t]{0,8}>/m
const quotePrefix = /^[ \t]{0,8}(?: ?> ?)+/

/** A longer line is noise: the longest value a tool prints, a base64 settings address, stays far below. */
export const longestLine = 20_000

/** Line ends are `\n` then, and blanks are blanks. */
export const withoutMarkup = (text: string): string => {
  let plain = text
  if (plain.includes('\u001b')) plain = plain.replace(escapeCodes, '')
  if (plain.includes('\u00a0')) plain = plain.replaceAll('\u00a0', ' ')
  plain = plain.replace(invisible, '')
  if (plain.includes('\r')) plain = plain.replaceAll('\r\r\n', '\n').replaceAll('\r\n', '\n').replaceAll('\r', '\n')
  const tagless = plain.includes('<') ? plain.replace(tagAtLineEnd, '\n').replace(tag, '\n') : plain
  // Only a text with other signs of HTML holds entities; elsewhere they are what a tool printed.
  const isHtml = tagless !== plain || plain.includes('&nbsp;')
  return isHtml && plain.includes('&') ? tagless.replace(entity, (found) => characters[found] ?? found) : tagless
}

/**
 * The physical lines of a pasted capture, whatever its line ends, freed of what pasting adds: `> ` quotes, markdown
 * fences, `<br/>`, terminal colours. Indentation and trailing blanks stay, since they tell a wrapped line.
 */
export const linesOf = (text: string): string[] => {
  const plain = withoutMarkup(text)
  const lines = plain.split('\n')
  const isQuoted = quoted.test(plain)
  const fenced = plain.includes('```') || plain.includes('~~~')
  if (!isQuoted && !fenced) return lines
  return lines.map((line) => {
    if (line.length > longestLine) return line
    const bare = isQuoted ? line.replace(quotePrefix, '') : line
    return fenced && fence.test(bare) ? '' : bare
  })
}

const prompt = /^ *(?:PS )?[A-Za-z]:\\[^>]{0,260}>|^ *(?:PS>|[$#%] )/

/** `C:\Users\adele>dsregcmd /status` and the like: typed by a person, not printed by the tool. */
export const isPrompt = (line: string): boolean => prompt.test(line)
