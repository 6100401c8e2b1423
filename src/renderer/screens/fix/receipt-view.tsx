import { Button } from '@fluentui/react-components'
import { ArrowUndo20Regular } from '@fluentui/react-icons/svg/arrow-undo'
import type { ReceiptState } from '../../../shared/receipt.ts'
import type { Work } from '../../store/change-slice.ts'
import { useApp } from '../../store/use-app.ts'
import { Callout } from '../../ui/callout.tsx'
import { ChangeList } from '../../ui/change-list.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { FactsList } from '../../ui/facts-list.tsx'
import { Notice } from '../../ui/notice.tsx'
import { receiptRows, receiptText } from '../../ui/receipt-text.ts'
import { momentWords } from '../../ui/time-words.ts'
import { ScreenHeading } from '../screen-heading.tsx'

type Written = Extract<Work, { readonly phase: 'written' }>

const headings: Readonly<Record<ReceiptState, string>> = {
  planned: 'Nothing was written',
  applied: 'Written and read back',
  undone: 'Put back as it was',
  refused: 'Nothing was written',
  'rolled-back': 'It did not work, and was put back',
}

const NextStep = ({ work: { receipt, request } }: { readonly work: Written }) => {
  const startRun = useApp((state) => state.startRun)
  const send = useApp((state) => state.send)
  const undo = useApp((state) => state.undoWritten)
  const wantsRestart = receipt.state === 'applied' && receipt.restart !== 'none'
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

/** What was there, what was written, what was read afterwards, by whom and when. */
export const ReceiptView = ({ work }: { readonly work: Written }) => {
  const { receipt, managedBy, fault } = work
  const { state, message, by, at, changeId } = receipt
  return (
    <div className="stack">
      <ScreenHeading
        lead={message}
        actions={
          <CopyButton name="Copy receipt" text={() => receiptText(receipt)}>
            Copy receipt
          </CopyButton>
        }
      >
        {managedBy !== null && state === 'applied' ? 'Written, but it will not last' : headings[state]}
      </ScreenHeading>
      {fault !== null && <Notice>{fault.message}</Notice>}
      <ChangeList label="Receipt" rows={receiptRows(receipt)} />
      <FactsList
        facts={[
          ...(by === null ? [] : [['By', by] as const]),
          ...(at === null ? [] : [['When', momentWords(at)] as const]),
          ...(changeId === null ? [] : [['Change', changeId] as const]),
        ]}
      />
      {receipt.warnings.length > 0 && (
        <Callout tone="caution">
          {receipt.warnings.map((warning) => (
            <p key={warning}>{warning}</p>
          ))}
        </Callout>
      )}
      <NextStep work={work} />
    </div>
  )
}
