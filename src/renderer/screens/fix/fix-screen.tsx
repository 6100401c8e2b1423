import { Button } from '@fluentui/react-components'
import { useApp } from '../../store/use-app.ts'
import { Notice } from '../../ui/notice.tsx'
import { Turning } from '../../ui/turning.tsx'
import { ScreenHeading } from '../screen-heading.tsx'
import { PlanView } from './plan-view.tsx'
import { ReceiptView } from './receipt-view.tsx'
import { WritingView } from './writing-view.tsx'

/** What would be written, what is being written, and what was. */
export const FixScreen = () => {
  const work = useApp((state) => state.work)
  const planFixes = useApp((state) => state.planFixes)
  const dropPlan = useApp((state) => state.dropPlan)
  switch (work.phase) {
    case 'none':
      return null
    case 'planning':
      return (
        <>
          <ScreenHeading lead="Nothing is written yet.">Looking at what would change</ScreenHeading>
          <Turning />
        </>
      )
    case 'planned':
      return <PlanView plan={work.plan} />
    case 'writing':
      return <WritingView plan={work.plan} progress={work.progress} />
    case 'written':
      return <ReceiptView work={work} />
    case 'failed':
      return (
        <>
          <ScreenHeading>The change was not made</ScreenHeading>
          <Notice
            actions={
              <>
                <Button appearance="primary" onClick={() => void planFixes([...work.ids])}>
                  Look at the plan again
                </Button>
                <Button onClick={dropPlan}>Back to findings</Button>
              </>
            }
          >
            {work.fault.message}
          </Notice>
        </>
      )
  }
}
