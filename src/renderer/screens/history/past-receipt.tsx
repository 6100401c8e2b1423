import { ProgressBar } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import type { ChangeProgress } from '../../../shared/change-plan.ts'
import { useApp } from '../../store/use-app.ts'
import { CopyReceipt } from '../../ui/copy-receipt.tsx'
import { ReceiptDetails } from '../../ui/receipt-details.tsx'
import { asksWords } from '../../ui/rights-words.ts'

const busyWords = (mayAsk: boolean, progress: ChangeProgress | null): string => {
  if (progress !== null) return `${progress.done} of ${progress.total} done.`
  return mayAsk ? asksWords : ''
}

/** What came of Undo, Finish or Put back. Always on its screen, so that a screen reader hears of it. */
export const PastReceipt = () => {
  const receipt = useApp((state) => state.pastReceipt)
  const isBusy = useApp(({ pastBusy }) => pastBusy !== null)
  const mayAsk = useApp(({ rights }) => rights?.asks === true)
  const progress = useApp(({ pastProgress }) => pastProgress)
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
      data-shown={isBusy || receipt !== null}
      aria-label={receipt === null ? undefined : 'What was done last'}
    >
      <div className="past-head">
        <p role="status" className="past-text past-said">
          {isBusy ? busyWords(mayAsk, progress) : receipt?.message}
        </p>
        {receipt !== null && <CopyReceipt receipt={receipt} />}
      </div>
      {isBusy && (
        <ProgressBar
          aria-label="Writing"
          thickness="large"
          {...(progress === null ? {} : { value: progress.done / progress.total })}
        />
      )}
      {receipt !== null && <ReceiptDetails receipt={receipt} />}
    </section>
  )
}
