import { Open16Regular } from '@fluentui/react-icons/svg/open'
import { useState } from 'react'
import type { CheckId, Link } from '../../../shared/report.ts'
import './finding-links.css'
import { useApp } from '../../store/use-app.ts'

interface Props {
  readonly check: CheckId
  readonly links: readonly Link[]
}

/** The window only names a link; the main process knows the address and opens it in the browser. */
export const FindingLinks = ({ check, links }: Props) => {
  const openLink = useApp((state) => state.openLink)
  const [problem, setProblem] = useState<string | null>(null)
  const open = (index: number) => openLink({ check, index }).then((fault) => setProblem(fault?.message ?? null))
  return (
    <div className="links">
      {links.map(({ title, url }, index) => (
        <button key={url} type="button" className="link" title="Opens in the browser" onClick={() => void open(index)}>
          {title}
          <Open16Regular className="link-icon" />
        </button>
      ))}
      <span role="status" className="tone-bad">
        {problem}
      </span>
    </div>
  )
}
