import type { ReactNode } from 'react'
import './change-list.css'

export interface ChangeRow {
  readonly name: string
  readonly where: string
  readonly title?: string
  readonly before: string
  readonly after: string
  readonly readBack?: string | null
  /** Beside the name: how it stands. */
  readonly mark?: ReactNode
}

const State = ({ label, children }: { readonly label: string; readonly children: string }) => (
  <div className="change-state">
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
)

/** Exact places and values, one change below the other: what a person agrees to, and what was done. */
export const ChangeList = ({ label, rows }: { readonly label: string; readonly rows: readonly ChangeRow[] }) => (
  <ul className="changes" aria-label={label}>
    {rows.map(({ name, where, title, before, after, readBack, mark }) => (
      <li key={`${where} ${name}`} className="change">
        {title !== undefined && <p className="change-title">{title}</p>}
        <div className="change-head">
          <code className="change-name">{name}</code>
          {mark}
        </div>
        <code className="change-where">{where}</code>
        <dl className="change-states">
          <State label="Before">{before}</State>
          <State label="After">{after}</State>
          {typeof readBack === 'string' && <State label="Read back">{readBack}</State>}
        </dl>
      </li>
    ))}
  </ul>
)
