import { type ReactNode, useId } from 'react'
import { type FindingGroup, type GroupId, isHeldByPolicy } from '../../../shared/finding-groups.ts'
import { groupWords } from '../../../shared/finding-words.ts'
import type { Report } from '../../../shared/report.ts'
import { useApp } from '../../store/use-app.ts'
import { Disclosure } from '../../ui/disclosure.tsx'
import { FindingCard } from './finding-card.tsx'
import { FixAll } from './fix-button.tsx'

const startsClosed: readonly GroupId[] = ['fine', 'does-not-apply']

interface Props {
  readonly group: FindingGroup
  readonly report: Report
}

export const FindingSection = ({ group, report }: Props) => {
  const id = useId()
  const { title, hint } = groupWords[group.id]
  const isClosed = startsClosed.includes(group.id)
  const name: ReactNode = (
    <>
      {title} <span className="group-count">{group.findings.length}</span>
    </>
  )
  const isWanted = useApp(({ wantedFinding }) => group.findings.some((finding) => finding.id === wantedFinding))
  const cards = group.findings.map((finding) => (
    <FindingCard key={finding.id} finding={finding} isHeld={isHeldByPolicy(report, finding)} />
  ))
  return (
    <section className="group" aria-labelledby={id} data-group={group.id}>
      {isClosed ? (
        <FoldedGroup id={id} name={name} startsOpen={isWanted}>
          {cards}
        </FoldedGroup>
      ) : (
        <>
          <div className="group-head">
            <div>
              <h2 id={id}>{name}</h2>
              <p className="group-hint">{hint}</p>
            </div>
            {group.id === 'one-change' && <FixAll findings={group.findings} />}
          </div>
          {cards}
        </>
      )}
    </section>
  )
}

const FoldedGroup = ({
  id,
  name,
  startsOpen,
  children,
}: {
  readonly id: string
  readonly name: ReactNode
  readonly startsOpen: boolean
  readonly children: ReactNode
}) => (
  <Disclosure wrap={(button) => <h2 id={id}>{button}</h2>} label={name} className="group-fold" startsOpen={startsOpen}>
    {children}
  </Disclosure>
)
