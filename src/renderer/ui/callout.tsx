import { Info20Regular } from '@fluentui/react-icons/svg/info'
import { Warning20Filled } from '@fluentui/react-icons/svg/warning'
import type { ReactNode } from 'react'
import './callout.css'

interface Props {
  readonly tone: 'caution' | 'info'
  readonly children: ReactNode
  readonly actions?: ReactNode
}

/** Something to know before going on. It is there from the start, so it is not an alert. */
export const Callout = ({ tone, children, actions }: Props) => (
  <div className="callout" data-tone={tone}>
    {tone === 'caution' ? <Warning20Filled className="tone-caution" /> : <Info20Regular className="tone-brand" />}
    <div className="callout-text">
      {children}
      {actions !== undefined && <div className="callout-actions">{actions}</div>}
    </div>
  </div>
)
