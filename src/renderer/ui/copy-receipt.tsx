import type { Receipt } from '../../shared/receipt.ts'
import { CopyButton } from './copy-button.tsx'
import { receiptText } from './receipt-text.ts'

export const CopyReceipt = ({ receipt }: { readonly receipt: Receipt }) => (
  <CopyButton name="Copy receipt" text={() => receiptText(receipt)}>
    Copy receipt
  </CopyButton>
)
