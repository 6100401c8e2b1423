import { allRules } from '../../core/guides/registry.ts'
import type { Link } from '../../shared/report.ts'
import type { GuideTable } from '../../shared/rules.ts'
import type { Verb } from '../verb.ts'

const addresses = (links: readonly Link[]): readonly string[] => links.map(({ url }) => `    ${url}`)

const widest = 120

/** In columns where they fit a console; else each row under its name. */
const tableText = ({ columns, rows }: GuideTable): readonly string[] => {
  const widths = columns.map((column, index) => Math.max(column.length, ...rows.map((row) => row[index]?.length ?? 0)))
  if (widths.reduce((sum, width) => sum + width + 2, 0) <= widest)
    return [columns, ...rows].map((row) =>
      `    ${row.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join('  ')}`.trimEnd(),
    )
  return rows.flatMap(([name = '', ...cells]) => [
    `    ${name}`,
    ...cells.map((cell, index) => `      ${columns[index + 1] ?? ''}: ${cell}`),
  ])
}

export const rules: Verb = {
  name: 'rules',
  usage: '',
  summary: 'lists every check, fix and help topic: id, title, why, links',
  options: [],
  words: [0, 0],
  run: async () => {
    const { checks, fixes, guides } = allRules
    const text = [
      ...checks.flatMap(({ id, title, why, roles, links }) => [
        `${id}  ${title} (${roles.join(', ')})`,
        `    ${why}`,
        ...addresses(links),
      ]),
      '',
      ...fixes.map(({ id, title }) => `${id}  ${title}`),
      ...guides.flatMap(({ id, title, text: paragraphs, table, links }) => [
        '',
        `${id}  ${title}`,
        ...paragraphs.map((paragraph) => `    ${paragraph}`),
        ...(table === null ? [] : tableText(table)),
        ...addresses(links),
      ]),
    ].join('\n')
    return { json: allRules, text, exitCode: 0 }
  },
}
