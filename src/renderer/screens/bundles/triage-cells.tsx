// biome-ignore-all lint/a11y/useSemanticElements: rows are placed by hand, so that only those in sight are drawn.
// biome-ignore-all lint/a11y/useFocusableInteractive: the rows and the buttons of the header take the focus.
import { isBroken, type TriageRow } from '../../../shared/triage.ts'
import { momentWords } from '../../ui/time-words.ts'
import { type Column, causesText, verdictOf } from './triage-sort.ts'
import { VerdictMark } from './verdict-mark.tsx'

export const columnWords: Readonly<Record<Column, string>> = {
  file: 'File',
  verdict: 'Verdict',
  causes: 'Cause',
  role: 'Role',
  recorded: 'Recorded',
}

const cellText = (row: TriageRow, column: Exclude<Column, 'verdict'>): string => {
  switch (column) {
    case 'file':
      return row.file
    case 'causes':
      return causesText(row)
    case 'role':
      return isBroken(row) ? '' : row.role
    case 'recorded':
      return isBroken(row) ? '' : momentWords(row.recordedAt)
  }
}

export const Cell = ({ row, column }: { readonly row: TriageRow; readonly column: Column }) => {
  if (column === 'verdict')
    return (
      <span role="gridcell">
        <VerdictMark state={verdictOf(row)} />
      </span>
    )
  const text = cellText(row, column)
  return (
    <span role="gridcell" title={text}>
      {text}
    </span>
  )
}
