import { useEffect, useRef } from 'react'
import { useApp } from '../../store/use-app.ts'
import { CopyReceipt } from '../../ui/copy-receipt.tsx'
import { ReceiptDetails } from '../../ui/receipt-details.tsx'
import { asksWords } from '../../ui/rights-words.ts'

/** What came of Undo, Finish or Put back. Always on its screen, so that a screen reader hears of it. */
export const PastReceipt = () => {
  const receipt = useApp((state) => state.pastReceipt)
  const mayAsk = useApp(({ pastBusy, rights }) => pastBusy !== null && rights?.asks === true)
  const section = useRef<HTMLElement>(null)
  useEffect(() => {
    // The button that was pressed is gone by now, and the focus with it.
    if (receipt !== null && document.activeElement === document.body) section.current?.focus()
  }, [receipt])
  return (
    <section
      ref={section}
      tabIndex={-1}
      className="past-receipt"
      data-shown={receipt !== null}
      aria-label={receipt === null ? undefined : 'What was done last'}
    >
      <div className="past-head">
        <p role="status" className="past-text past-said">
          {mayAsk ? asksWords : receipt?.message}
        </p>
        {receipt !== null && <CopyReceipt receipt={receipt} />}
      </div>
      {receipt !== null && <ReceiptDetails receipt={receipt} />}
    </section>
  )
}
