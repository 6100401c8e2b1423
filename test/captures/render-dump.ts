import fc from 'fast-check'
import type { DumpSection } from './dump-fields.ts'

/** How a dump looks on its way from the tool to the reader. */
export interface Look {
  readonly lineEnd: '\r\n' | '\n' | '\r\r\n' | '\r'
  readonly frame: 72 | 73 | 47 | 'none' | 'heading'
  readonly indent: 26 | 23 | 0 | 1
  readonly separator: ' : ' | ': ' | ' = '
  readonly blankLines: boolean
  readonly paste: 'plain' | 'fence' | 'quote' | 'bold' | 'code' | 'break'
  /** Columns of the window the text was copied from; null: nothing was cut. */
  readonly wrap: number | null
  /** Copying took the blanks at the line ends away. */
  readonly trimmed: boolean
  readonly before: readonly string[]
  readonly after: readonly string[]
  /** Numbers that order the sections. */
  readonly order: readonly number[]
}

const noise = fc.constantFrom(
  '',
  'Microsoft Windows [Version 10.0.26100.4351]',
  '(c) Microsoft Corporation. All rights reserved.',
  'C:\\Users\\adele>dsregcmd /status',
  'PS C:\\> dsregcmd.exe /status | clip',
  'Hello, this is what I get : please help',
  'Note: AzureAD is on.',
  '| a | table |',
  '|---|---|',
  '<p>',
  'x = y',
  'status: NO',
  'adele@contoso.com wrote:',
)

const frame = fc.constantFrom<Look['frame']>(72, 73, 47, 'none', 'heading')

const base = {
  lineEnd: fc.constantFrom('\r\n', '\n', '\r\r\n', '\r'),
  separator: fc.constantFrom(' : ', ': ', ' = '),
  blankLines: fc.boolean(),
  trimmed: fc.boolean(),
  before: fc.array(noise, { maxLength: 4 }),
  after: fc.array(noise, { maxLength: 4 }),
  order: fc.array(fc.nat(), { minLength: 14, maxLength: 14 }),
} as const

/** Any look, nothing cut. */
export const looks: fc.Arbitrary<Look> = fc.record({
  ...base,
  frame,
  indent: fc.constantFrom(26, 23, 0, 1),
  paste: fc.constantFrom('plain', 'fence', 'quote', 'bold', 'code', 'break'),
  wrap: fc.constant(null),
} as const)

/** Cut by a window of 40 to 130 columns, as consoles do: without indent, in mid-word. */
export const wrappedLooks: fc.Arbitrary<Look> = fc.record({
  ...base,
  separator: fc.constantFrom(' : ', ' = '),
  frame,
  indent: fc.constant(26),
  paste: fc.constantFrom('plain', 'fence', 'quote', 'break'),
  wrap: fc.integer({ min: 40, max: 130 }),
} as const)

const framed = (title: string, frame: Look['frame']): string[] => {
  if (frame === 'none') return [title]
  if (frame === 'heading') return [`### ${title}`]
  const line = `+${'-'.repeat(frame - 2)}+`
  return [line, `| ${title.padEnd(frame - 4)} |`, line]
}

const fieldLine = (key: string, value: string, { indent, separator, paste }: Look): string => {
  const margin = ' '.repeat(indent < 2 ? indent : Math.max(1, indent - key.length))
  if (paste === 'bold') return `${margin}**${key}**${separator}${value}`
  if (paste === 'code') return `${margin}\`${key}\`${separator}${value === '' ? '' : `\`${value}\``}`
  return margin + key + separator + value
}

const cut = (line: string, width: number): string[] => {
  const pieces: string[] = []
  for (let start = 0; start < line.length; start += width) pieces.push(line.slice(start, start + width))
  return pieces.length === 0 ? [''] : pieces
}

const pasted = (lines: readonly string[], paste: Look['paste']): string[] => {
  if (paste === 'fence') return ['```text', ...lines, '```']
  if (paste === 'quote') return lines.map((line) => `> ${line}`)
  return paste === 'break' ? lines.map((line) => `${line}<br/>`) : [...lines]
}

export const render = (sections: readonly DumpSection[], look: Look): string => {
  const ordered = sections
    .map((section, index) => ({ section, rank: look.order[index] ?? 0 }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ section }) => section)
  const gap = look.blankLines ? [''] : []
  const printed = ordered.flatMap(({ title, fields }) => [
    ...framed(title, look.frame),
    ...gap,
    ...fields.map(([key, value]) => fieldLine(key, value, look)),
    ...gap,
  ])
  const lines = [...printed, 'For more information, please visit https://www.microsoft.com/aadjerrors']
  const wrapped = look.wrap === null ? lines : lines.flatMap((line) => cut(line, look.wrap ?? 80))
  const kept = look.trimmed ? wrapped.map((line) => line.trimEnd()) : wrapped
  return [...look.before, ...pasted(kept, look.paste), ...look.after].join(look.lineEnd)
}
