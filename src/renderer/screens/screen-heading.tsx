import type { ReactNode } from 'react'

interface Props {
  readonly children: string
  readonly lead?: ReactNode
  readonly actions?: ReactNode
}

/** Takes the focus when its screen opens, so it must be focusable without being a tab stop. */
export const ScreenHeading = ({ children, lead, actions }: Props) => (
  <div className="screen-heading">
    <div className="screen-heading-text">
      <h1 tabIndex={-1}>{children}</h1>
      {lead !== undefined && <div className="lead">{lead}</div>}
    </div>
    {actions !== undefined && <div className="screen-actions">{actions}</div>}
  </div>
)
