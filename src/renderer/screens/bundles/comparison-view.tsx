import { ArrowRight16Regular } from '@fluentui/react-icons/svg/arrow-right'
import type { ComparedSide, ShownComparison, SideName } from '../../../shared/comparison.ts'
import { statusWords } from '../../../shared/finding-words.ts'
import type { Status } from '../../../shared/report.ts'
import { useApp } from '../../store/use-app.ts'
import { Callout } from '../../ui/callout.tsx'
import { momentWords } from '../../ui/time-words.ts'
import { sideWords } from './compare-side.tsx'
import { VerdictMark } from './verdict-mark.tsx'

const sides: readonly SideName[] = ['a', 'b']

const factWords = (value: unknown): string => {
  if (value === null) return 'nothing'
  return typeof value === 'string' ? value : JSON.stringify(value)
}

const sideTitle = ({ host, createdAt, role }: ComparedSide): string =>
  `${host === '' ? 'Unnamed PC' : host}, ${momentWords(createdAt)}, as ${role}`

/** What a finding said on one side, and the way to its evidence where there is one. */
const StatusCell = ({
  status,
  side,
  finding,
  canOpen,
}: {
  readonly status: Status | null
  readonly side: SideName
  readonly finding: string
  readonly canOpen: boolean
}) => {
  const open = useApp((state) => state.openCompared)
  if (status === null) return <span className="side-none">Not in it</span>
  const mark = (
    <span className="finding-status" data-status={status}>
      {statusWords[status]}
    </span>
  )
  if (!canOpen) return mark
  return (
    <span className="status-cell">
      {mark}
      <button type="button" className="evidence-link" onClick={() => void open(side, finding)}>
        Evidence <span className="visually-hidden">{sideWords[side].toLowerCase()}</span>
      </button>
    </span>
  )
}

const Findings = ({ findings, titles, canOpen }: ShownComparison) => (
  <table className="compared" aria-label="Findings that differ">
    <thead>
      <tr>
        <th scope="col">Finding</th>
        <th scope="col">Before</th>
        <th scope="col">After</th>
      </tr>
    </thead>
    <tbody>
      {findings.map((finding) => (
        <tr key={finding.id} data-finding={finding.id}>
          <th scope="row">
            {titles[finding.id] ?? finding.id} <code>{finding.id}</code>
          </th>
          {sides.map((side) => (
            <td key={side}>
              <StatusCell status={finding[side]} side={side} finding={finding.id} canOpen={canOpen[side]} />
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)

const Facts = ({ facts }: ShownComparison) => (
  <table className="compared" aria-label="Facts that differ">
    <thead>
      <tr>
        <th scope="col">Fact</th>
        <th scope="col">Before</th>
        <th scope="col">After</th>
      </tr>
    </thead>
    <tbody>
      {facts.map(({ path, a, b }) => (
        <tr key={path}>
          <th scope="row">
            <code>{path}</code>
          </th>
          <td>{factWords(a)}</td>
          <td>{factWords(b)}</td>
        </tr>
      ))}
    </tbody>
  </table>
)

export const ComparisonView = ({ comparison }: { readonly comparison: ShownComparison }) => {
  const { a, b, verdict, findings, facts, notes } = comparison
  const isSame = verdict.a === verdict.b && findings.length === 0 && facts.length === 0
  return (
    <div className="comparison">
      <div className="verdict-change">
        {sides.map((side) => (
          <div key={side} className="verdict-change-side" data-verdict={verdict[side]}>
            <VerdictMark state={verdict[side]} />
            <span>{sideTitle(side === 'a' ? a : b)}</span>
          </div>
        ))}
        <ArrowRight16Regular className="verdict-change-arrow" />
      </div>
      {notes.length > 0 && (
        <Callout tone="info">
          {notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
        </Callout>
      )}
      {isSame && <p>Nothing differs.</p>}
      {findings.length > 0 && <Findings {...comparison} />}
      {facts.length > 0 && <Facts {...comparison} />}
    </div>
  )
}
