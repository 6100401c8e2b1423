import type { Report } from '../../shared/report.ts'
import './case-facts.css'
import { accountWords, peerWords, roleWords } from '../../shared/case-words.ts'

/** Role, account and other PC that the verdict was given for. */
export const CaseFacts = ({ report: { intent, source, facts } }: { readonly report: Report }) => (
  <section className="case" aria-label="This case">
    <dl>
      {source !== 'live' && (
        <div>
          <dt>PC</dt>
          <dd>{facts.host.name}</dd>
        </div>
      )}
      <div>
        <dt>Case</dt>
        <dd>{roleWords(intent)}</dd>
      </div>
      <div>
        <dt>Account</dt>
        <dd>{accountWords(intent)}</dd>
      </div>
      <div>
        <dt>Other PC</dt>
        <dd>{peerWords(intent)}</dd>
      </div>
    </dl>
  </section>
)
