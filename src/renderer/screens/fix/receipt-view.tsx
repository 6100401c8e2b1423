import { Button } from '@fluentui/react-components'
import { ArrowUndo20Regular } from '@fluentui/react-icons/svg/arrow-undo'
import type { ReceiptState } from '../../../shared/receipt.ts'
import type { Work } from '../../store/change-slice.ts'
import { useApp } from '../../store/use-app.ts'
import { Callout } from '../../ui/callout.tsx'
import { CopyReceipt } from '../../ui/copy-receipt.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ReceiptDetails } from '../../ui/receipt-details.tsx'
import { ScreenHeading } from '../screen-heading.tsx'
import { anywayWords, earlierWaits } from './plan-words.ts'

interface Props {
  readonly work: Extract<Work, { readonly phase: 'written' }>
}

const headings: Readonly<Record<ReceiptState, string>> = {
  planned: 'Nothing was written',
  applied: 'Written and read back',
  undone: 'Put back as it was',
  refused: 'Nothing was written',
  'rolled-back': 'It did not work, and was put back',
}

const NextStep = ({ work: { receipt, request }, isForEarlier }: Props & { readonly isForEarlier: boolean }) => {
  const startRun = useApp((state) => state.startRun)
  const send = useApp((state) => state.send)
  const undo = useApp((state) => state.undoWritten)
  const wantsRestart = receipt.state === 'applied' && (receipt.restart !== 'none' || isForEarlier)
  return (
    <div className="actions">
      {wantsRestart && (
        <Button appearance="primary" size="large" onClick={() => send({ type: 'go', to: 'restart' })}>
          Restart…
        </Button>
      )}
      <Button appearance={wantsRestart ? 'secondary' : 'primary'} size="large" onClick={() => void startRun(request)}>
        Check again
      </Button>
      {receipt.state === 'applied' && receipt.changeId !== null && (
        <Button appearance="subtle" size="large" icon={<ArrowUndo20Regular />} onClick={() => void undo()}>
          Undo
        </Button>
      )}
    </div>
  )
}

/** What the heading has said already is not said again. */
const leadOf = (heading: string, message: string): string | undefined => {
  const rest = message.startsWith(`${heading}.`) ? message.slice(heading.length + 1).trim() : message
  return rest === '' ? undefined : rest
}

/** How it went, the receipt, and what to do next. */
export const ReceiptView = ({ work }: Props) => {
  const { receipt, managedBy, fault } = work
  const { state, message } = receipt
  // Read when the plan was shown; a change that needs no restart leaves it as it was.
  const isDue = useApp(({ restart }) => restart?.due === true)
  const isForEarlier = state === 'applied' && receipt.restart === 'none' && isDue
  const heading =
    managedBy !== null && state === 'applied'
      ? anywayWords(receipt.fixes, receipt.owner?.kind ?? 'none').done
      : headings[state]
  return (
    <div className="stack">
      <ScreenHeading lead={leadOf(heading, message)} actions={<CopyReceipt receipt={receipt} />}>
        {heading}
      </ScreenHeading>
      {fault !== null && <Notice>{fault.message}</Notice>}
      <ReceiptDetails receipt={receipt} />
      {isForEarlier && <Callout tone="info">{earlierWaits}</Callout>}
      <NextStep work={work} isForEarlier={isForEarlier} />
    </div>
  )
}
