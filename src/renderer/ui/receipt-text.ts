import { placeWords, stateWords } from '../../shared/change-words.ts'
import type { Receipt } from '../../shared/receipt.ts'
import type { ChangeRow } from './change-list.tsx'
import { momentWords } from './time-words.ts'

export const receiptRows = ({ changes }: Receipt): readonly ChangeRow[] =>
  changes.map((change) => ({
    ...placeWords(change),
    before: stateWords(change, change.before),
    after: stateWords(change, change.after),
    readBack: change.readBack === null ? null : stateWords(change, change.readBack),
  }))

/** What a technician pastes into a ticket. */
export const receiptText = (receipt: Receipt): string =>
  [
    receipt.message,
    ...receiptRows(receipt).flatMap(({ name, where, before, after, readBack }) => [
      '',
      where,
      `  ${name}`,
      `  Before: ${before}`,
      `  After: ${after}`,
      ...(readBack === null ? [] : [`  Read back: ${readBack}`]),
    ]),
    '',
    ...receipt.warnings,
    ...(receipt.by === null ? [] : [`By: ${receipt.by}`]),
    ...(receipt.at === null ? [] : [`When: ${momentWords(receipt.at)} (${receipt.at})`]),
    ...(receipt.changeId === null ? [] : [`Change: ${receipt.changeId}`]),
    '',
  ].join('\n')
