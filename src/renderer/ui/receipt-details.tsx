import type { Receipt } from '../../shared/receipt.ts'
import { Callout } from './callout.tsx'
import { ChangeList } from './change-list.tsx'
import { FactsList } from './facts-list.tsx'
import { receiptRows } from './receipt-text.ts'
import { momentWords } from './time-words.ts'

/** What was there, what was written, what was read afterwards, by whom and when. */
export const ReceiptDetails = ({ receipt }: { readonly receipt: Receipt }) => {
  const { by, at, changeId, warnings } = receipt
  return (
    <>
      <ChangeList label="Receipt" rows={receiptRows(receipt)} />
      <FactsList
        facts={[
          ...(by === null ? [] : [['By', by] as const]),
          ...(at === null ? [] : [['When', momentWords(at)] as const]),
          ...(changeId === null ? [] : [['Change', changeId] as const]),
        ]}
      />
      {warnings.length > 0 && (
        <Callout tone="caution">
          {warnings.map((warning) => (
            <p key={warning}>{warning}</p>
          ))}
        </Callout>
      )}
    </>
  )
}
