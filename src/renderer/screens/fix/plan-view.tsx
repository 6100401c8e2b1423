import { Button } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import type { ShownPlan } from '../../../shared/change-plan.ts'
import { useApp } from '../../store/use-app.ts'
import { Callout } from '../../ui/callout.tsx'
import { ChangeList } from '../../ui/change-list.tsx'
import { FactsList } from '../../ui/facts-list.tsx'
import { useKey } from '../../ui/use-key.ts'
import { ScreenHeading } from '../screen-heading.tsx'
import { anywayWords, applyWords, ownerWords, restartAfter } from './plan-words.ts'
import { WriteAnyway } from './write-anyway.tsx'

const PlanActions = ({ plan }: { readonly plan: ShownPlan }) => {
  const applyPlan = useApp((state) => state.applyPlan)
  const dropPlan = useApp((state) => state.dropPlan)
  const [isAsking, setAsking] = useState(false)
  const actions = useRef<HTMLDivElement>(null)
  const count = plan.changes.filter(({ already }) => !already).length
  useKey('Escape', isAsking ? () => setAsking(false) : dropPlan)
  const wasAsking = useRef(false)
  useEffect(() => {
    if (wasAsking.current && !isAsking) actions.current?.querySelector<HTMLElement>('button:last-child')?.focus()
    wasAsking.current = isAsking
  }, [isAsking])
  if (plan.refusal !== null || count === 0) return <Button onClick={dropPlan}>Back to findings</Button>
  if (plan.managedBy === null)
    return (
      <div className="actions">
        <Button appearance="primary" size="large" onClick={() => void applyPlan(false)}>
          {applyWords(count)}
        </Button>
        <Button size="large" onClick={dropPlan}>
          Cancel
        </Button>
      </div>
    )
  return isAsking ? (
    <WriteAnyway
      owner={plan.managedBy}
      words={anywayWords(plan.fixes, plan.owner.kind)}
      onAgree={() => void applyPlan(true)}
      onRefuse={() => setAsking(false)}
    />
  ) : (
    <div ref={actions} className="actions">
      <Button appearance="primary" size="large" onClick={dropPlan}>
        Do not write
      </Button>
      <Button size="large" onClick={() => setAsking(true)}>
        Write anyway…
      </Button>
    </div>
  )
}

/** The plan exactly as it will be written. */
export const PlanView = ({ plan }: { readonly plan: ShownPlan }) => {
  const open = plan.changes.filter(({ already }) => !already).length
  const owner = ownerWords(plan)
  const isDue = useApp(({ restart }) => restart?.due === true)
  const loadRestart = useApp((state) => state.loadRestart)
  useEffect(() => void loadRestart(), [loadRestart])
  return (
    <div className="stack">
      <ScreenHeading
        lead={
          open === 0
            ? 'Everything is already as it should be.'
            : 'Nothing is written before you agree. It can be undone.'
        }
      >
        {open === 0 ? 'There is nothing to change' : 'What will be written'}
      </ScreenHeading>
      <ChangeList
        label="Planned changes"
        rows={plan.changes.map((change) => ({
          ...change,
          mark: change.already && <span className="finding-status">Already so</span>,
        }))}
      />
      <FactsList
        facts={[
          ...(owner === null ? [] : [['Who owns it', owner] as const]),
          ['Restart', restartAfter(plan.restart, isDue)],
        ]}
      />
      {plan.refusal !== null && <Callout tone="caution">{plan.refusal}</Callout>}
      {plan.warnings.length > 0 && (
        <Callout tone="caution">
          {plan.warnings.map((warning) => (
            <p key={warning}>{warning}</p>
          ))}
        </Callout>
      )}
      <PlanActions plan={plan} />
    </div>
  )
}
