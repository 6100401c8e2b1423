import type { Finding } from '../../../shared/report.ts'
import './evidence-block.css'
import { CopyButton } from '../../ui/copy-button.tsx'
import { evidenceText } from './evidence-text.ts'

export const EvidenceBlock = ({ finding }: { readonly finding: Finding }) => (
  <div className="evidence">
    <ul>
      {finding.evidence.map(({ source, where, what }) => (
        <li key={`${source} ${where} ${what}`}>
          <span className="evidence-source">{source}</span>
          <code className="evidence-where">{where}</code>
          <code className="evidence-what">{what}</code>
        </li>
      ))}
    </ul>
    <CopyButton name="Copy evidence" size="small" text={() => evidenceText(finding)}>
      Copy
    </CopyButton>
  </div>
)
