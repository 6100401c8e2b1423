import { useEffect, useId, useRef } from 'react'
import type { Finding } from '../../../shared/report.ts'
import './finding-card.css'
import { statusWords } from '../../../shared/finding-words.ts'
import { useApp } from '../../store/use-app.ts'
import { Disclosure } from '../../ui/disclosure.tsx'
import { StatusIcon } from '../../ui/status-icon.tsx'
import { EvidenceBlock } from './evidence-block.tsx'
import { FindingLinks } from './finding-links.tsx'
import { FixButton } from './fix-button.tsx'
import { WhatToDo } from './what-to-do.tsx'

interface Props {
  readonly finding: Finding
  /** A policy holds the setting, so changing it here does not last. */
  readonly isHeld: boolean
}

/** Somebody asked for this evidence from elsewhere: it is opened, brought into sight, and takes the focus after the heading. */
const useWanted = (finding: string) => {
  const isWanted = useApp((state) => state.wantedFinding === finding)
  const element = useRef<HTMLElement>(null)
  useEffect(() => {
    if (!isWanted) return
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        element.current?.scrollIntoView({ block: 'start' })
        element.current?.querySelector<HTMLElement>('.disclosure')?.focus({ preventScroll: true })
      })
    })
    return () => cancelAnimationFrame(frame)
  }, [isWanted])
  return { isWanted, element }
}

export const FindingCard = ({ finding, isHeld }: Props) => {
  const id = useId()
  const { status, title, detail, evidence, links } = finding
  const { isWanted, element } = useWanted(finding.id)
  return (
    <article ref={element} className="finding" aria-labelledby={id} data-finding-id={finding.id} data-status={status}>
      <StatusIcon status={status} />
      <div className="finding-body">
        <div className="finding-head">
          <h3 id={id}>{title}</h3>
          <span className="finding-status" data-status={status}>
            {statusWords[status]}
          </span>
        </div>
        {detail.split('\n').map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        {status !== 'not-applicable' && <p className="finding-why">{finding.why}</p>}
        <WhatToDo finding={finding} isHeld={isHeld} />
        <FixButton finding={finding} isHeld={isHeld} describedBy={id} />
        {evidence.length > 0 && (
          <Disclosure label="Evidence" describedBy={id} startsOpen={isWanted}>
            <EvidenceBlock finding={finding} />
          </Disclosure>
        )}
        {links.length > 0 && <FindingLinks check={finding.id} links={links} />}
      </div>
    </article>
  )
}
