import { isBroken, type TriageRow } from '../../../shared/triage.ts'

export const columns = ['file', 'verdict', 'causes', 'role', 'recorded'] as const
export type Column = (typeof columns)[number]

export interface Sorting {
  readonly column: Column
  readonly descending: boolean
}

/** Verdicts by what they ask of the reader, most pressing first. */
export const verdictOrder = [
  'action',
  'managed',
  'fixable',
  'unsupported',
  'restart',
  'unknown',
  'broken',
  'ready',
] as const

export const verdictOf = (row: TriageRow): (typeof verdictOrder)[number] => (isBroken(row) ? 'broken' : row.verdict)
/** Broken rows have a sentence where others have causes. */
export const causesText = (row: TriageRow): string => (isBroken(row) ? row.fault.message : row.causes.join(', '))

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const byVerdict = (a: TriageRow, b: TriageRow): number =>
  verdictOrder.indexOf(verdictOf(a)) - verdictOrder.indexOf(verdictOf(b))
const byCause = (a: TriageRow, b: TriageRow): number => byText(causesText(a), causesText(b))
const roleOf = (row: TriageRow): string => (isBroken(row) ? '' : row.role)
const recordedOf = (row: TriageRow): string => (isBroken(row) ? '' : row.recordedAt)

const orders: Readonly<Record<Column, (a: TriageRow, b: TriageRow) => number>> = {
  file: (a, b) => byText(a.file, b.file),
  verdict: (a, b) => byVerdict(a, b) || byCause(a, b),
  causes: (a, b) => byCause(a, b) || byVerdict(a, b),
  role: (a, b) => byText(roleOf(a), roleOf(b)) || byVerdict(a, b),
  recorded: (a, b) => byText(recordedOf(a), recordedOf(b)),
}

/** Places of the rows in the order they are shown in; equal ones stay in the order they came. */
export const sortedPlaces = (rows: readonly TriageRow[], { column, descending }: Sorting): readonly number[] => {
  const order = orders[column]
  const sign = descending ? -1 : 1
  return rows
    .map((row, place) => ({ row, place }))
    .sort((a, b) => sign * order(a.row, b.row) || a.place - b.place)
    .map(({ place }) => place)
}

/** The same column again turns the order round. */
export const nextSorting = (now: Sorting, column: Column): Sorting => ({
  column,
  descending: now.column === column && !now.descending,
})
