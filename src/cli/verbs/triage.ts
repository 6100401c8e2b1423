import { stat } from 'node:fs/promises'
import { createTotals, triage as triageFolder } from '../../core/triage/triage.ts'
import { isBroken, type TriageRow, type TriageTotals } from '../../shared/triage.ts'
import { exitCodes } from '../exit-code.ts'
import { printable } from '../printable.ts'
import { Stop, usageError, type Verb } from '../verb.ts'

const rowText = (row: TriageRow): string =>
  isBroken(row)
    ? `${'BROKEN'.padEnd(12)} ${row.file}: ${row.fault.message}`
    : `${row.verdict.toUpperCase().padEnd(12)} ${row.file}  ${[row.role, row.recordedAt, ...row.causes].join('  ')}`

const totalsText = ({ totals, files, seconds }: TriageTotals): string => {
  const counts = Object.entries(totals).map(([state, count]) => `${count} ${state}`)
  const judged = Object.values(totals).reduce((sum, count) => sum + count, 0)
  const broken = files === judged ? [] : [`${files - judged} broken`]
  return `\n${files} ${files === 1 ? 'bundle' : 'bundles'} in ${seconds} s${[...counts, ...broken].map((part) => `, ${part}`).join('')}`
}

/** Only what was named can be wrong here; whatever is in the folder is a line of its own. */
const assertFolder = async (path: string): Promise<void> => {
  const info = await stat(path).catch(() => null)
  if (info === null) throw new Stop({ code: 'missing', message: `There is no folder ${path}.` })
  if (!info.isDirectory())
    throw usageError(`${path} is a file. "triage" takes a folder of bundles; "analyse" takes one bundle.`)
}

export const triage: Verb = {
  name: 'triage',
  usage: 'DIR',
  summary: 'judges every bundle and recording in a folder, one line each',
  options: [],
  words: [1, 1],
  run: async (parsed, io) => {
    const [folder] = parsed.words
    if (folder === undefined) throw usageError('"triage" needs a folder.')
    await assertFolder(folder)
    const totals = createTotals()
    for await (const { row } of triageFolder(folder)) {
      totals.add(row)
      io.out(parsed.json ? JSON.stringify(row) : printable(rowText(row)))
    }
    const sum = totals.sum()
    io.out(parsed.json ? JSON.stringify(sum) : totalsText(sum))
    return { printed: true, exitCode: exitCodes.ok }
  },
}
