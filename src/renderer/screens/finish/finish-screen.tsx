import type { Report } from '../../../shared/report.ts'
import { ticketText } from '../../../shared/ticket-text.ts'
import { useApp } from '../../store/use-app.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { ScreenHeading } from '../screen-heading.tsx'
import { BundlePanel } from './bundle-panel.tsx'
import './finish-screen.css'

const Ticket = ({ report, machine }: { readonly report: Report; readonly machine: string | null }) => {
  const text = ticketText(report, machine)
  return (
    <section className="finish-part" aria-labelledby="ticket">
      <div className="finish-head">
        <div>
          <h2 id="ticket">Ticket text</h2>
          <p className="finish-hint">It names this PC and the account. For people outside, save a bundle.</p>
        </div>
        <CopyButton name="Copy ticket text" text={() => text}>
          Copy ticket text
        </CopyButton>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <section className="ticket" tabIndex={0} aria-label="Ticket text to copy">
        {text}
      </section>
    </section>
  )
}

const History = () => {
  const send = useApp((state) => state.send)
  return (
    <section className="finish-part" aria-labelledby="changes">
      <h2 id="changes">Changes</h2>
      <p className="finish-hint">
        What PKU2U Doctor changed on this PC goes into the bundle. It stays in{' '}
        <button type="button" className="link" onClick={() => send({ type: 'go', to: 'history' })}>
          History
        </button>
        , with the way back.
      </p>
    </section>
  )
}

/** What goes out of this case: a text for the ticket, a bundle for whoever looks at it next. */
export const FinishScreen = () => {
  const run = useApp((state) => state.run)
  if (run.phase !== 'done') return null
  const { report, request } = run
  return (
    <div className="stack">
      <ScreenHeading lead="Hand the case over, or close it.">Finish</ScreenHeading>
      <Ticket report={report} machine={request?.machine ?? null} />
      {request === null ? (
        <p className="finish-hint">This report came from a file. That file is what you can send on.</p>
      ) : (
        <>
          <BundlePanel request={request} />
          <History />
        </>
      )}
    </div>
  )
}
