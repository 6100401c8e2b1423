import { ErrorCircle20Filled } from '@fluentui/react-icons/svg/error-circle'
import type { ReactNode } from 'react'
import './notice.css'

/** Something did not work: what happened, in words, and what can be done. */
export const Notice = ({ children, actions }: { readonly children: ReactNode; readonly actions?: ReactNode }) => (
  <div className="notice" role="alert">
    <ErrorCircle20Filled className="tone-bad" />
    <div className="notice-text">{children}</div>
    {actions !== undefined && <div className="notice-actions">{actions}</div>}
  </div>
)
