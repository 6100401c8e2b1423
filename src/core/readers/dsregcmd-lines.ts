import { isKnownTitle, type KnownKey, knownKey, knownKeyLoosely } from './dsregcmd-vocabulary.ts'

export interface Split {
  readonly key: string
  readonly value: string
  readonly known: KnownKey | null
  /** Its key may be the rest of a longer one, so it tells nothing about the fields around it. */
  readonly torn?: true
}

const longestKey = 60
/** `Idp` */
const shortestKey = 3
/** `SSO State`; a frame only adds to it. */
const shortestTitle = 9
const keyForm = /^[A-Za-z][A-Za-z0-9 ()./_-]{1,47}$/
const decoration = new Set(' \t*`•>|#-')
const backticks = new Set('`')
const backticksAndBlanks = new Set('` ')
const titleDecoration = new Set(' \t*`#=-+|[]:')

/** Plain loops: `/x+$/` takes quadratic time on noise. */
export const stripEnds = (text: string, unwanted: ReadonlySet<string>): string => {
  let start = 0
  let end = text.length
  while (start < end && unwanted.has(text.charAt(start))) start++
  while (end > start && unwanted.has(text.charAt(end - 1))) end--
  return text.slice(start, end)
}

/** Takes off markdown's `**` and backticks, and leaves masks such as `****-****` alone. */
export const undecorated = (value: string): string => {
  let bare = stripEnds(value, backticks)
  let opened = false
  while (bare.startsWith('**') && bare[2] !== '*') {
    bare = bare.slice(2).trimStart()
    opened = true
  }
  const closed = bare.endsWith('**') && bare.at(-3) !== '*'
  if (closed && (opened || bare.indexOf('*') === bare.length - 2)) bare = bare.slice(0, -2)
  return stripEnds(bare, backticksAndBlanks)
}

const valueAfter = (line: string, separator: number): string => {
  let value = line.slice(separator + 1).trim()
  // `KeySignTest: : PASSED`
  if (value.charCodeAt(0) === 0x3a && (value.length === 1 || value.charAt(1) === ' ')) value = value.slice(1).trim()
  if (line.startsWith('|') && value.endsWith('|')) value = value.slice(0, -1).trimEnd()
  return value.includes('*') || value.includes('`') ? undecorated(value) : value
}

/** The first `:`, or the first ` = ` when it comes earlier: one project writes `Key = value`. */
const separatorOf = (line: string): number => {
  const colon = line.indexOf(':')
  const equals = line.indexOf('=')
  return equals > 0 && (colon < 0 || equals < colon) ? equals : colon
}

/** A line with a key of the vocabulary, indented or not, decorated or not; null for every other line. */
export const splitKnown = (line: string): Split | null => {
  const colon = line.indexOf(':')
  if (colon > 0 && colon <= longestKey) {
    const key = line.slice(0, colon).trimEnd()
    const known = knownKey(key)
    if (known !== undefined) return { key, value: valueAfter(line, colon), known }
  }
  const separator = separatorOf(line)
  if (separator < shortestKey || separator > longestKey) return null
  const key = stripEnds(line.slice(0, separator), decoration)
  const known = knownKeyLoosely(key)
  return known === undefined ? null : { key, value: valueAfter(line, separator), known }
}

/** A line laid out as `key : value` whose key nobody told us about; newer builds add some. */
export const splitUnknown = (line: string): Split | null => {
  const colon = line.indexOf(' : ')
  const separator = colon > 0 ? colon + 1 : line.endsWith(' :') ? line.length - 1 : line.indexOf(' = ') + 1
  if (separator < 2 || separator > longestKey) return null
  const key = stripEnds(line.slice(0, separator), decoration)
  return keyForm.test(key) ? { key, value: valueAfter(line, separator), known: null } : null
}

const boxCharacters = new Set('+-=| ─═━│║┌┐└┘├┤╔╗╚╝')

/** A frame of any width, or the rest of one that was cut off by a narrow window. */
export const isBox = (line: string): boolean => {
  if (line.length > 400) return false
  for (const character of line) if (!boxCharacters.has(character)) return false
  return true
}

/** The title in `| Title   |`; unknown ones need a frame above, since tables in prose look alike. */
export const framedTitle = (line: string, afterBox: boolean): string | null => {
  if (line.charCodeAt(0) !== 0x7c || line.length > 200 || line.length < shortestTitle) return null
  const title = (line.endsWith('|') ? line.slice(1, -1) : line.slice(1)).trim()
  if (isKnownTitle(title)) return title
  return afterBox && line.endsWith('|') && title !== '' && !title.includes('|') ? title : null
}

/** A known title on a line of its own, as `# Device State` or `**Device State**`, when the frames were lost. */
export const bareTitle = (line: string): string | null => {
  if (line.length > 80 || line.length < shortestTitle) return null
  const title = stripEnds(line, titleDecoration)
  return isKnownTitle(title) ? title : null
}

const chatter =
  /^(?:for more information\b|waiting for diagnostics task\b|<[^>]{0,40}>$)|\bdsregcmd(?:\.exe)?["']? +[/-]/i

/** Lines the tool or a person adds between the fields: footer, progress, the command itself. */
export const isChatter = (line: string): boolean => line.length < 400 && line.length > 2 && chatter.test(line)

/** The last line of a dump. */
export const isFooter = (line: string): boolean => /^for more information\b/i.test(line)
