import { ProgressBar } from '@fluentui/react-components'
import { CheckmarkCircle20Filled } from '@fluentui/react-icons/svg/checkmark-circle'
import { Circle20Regular } from '@fluentui/react-icons/svg/circle'
import type { ChangeProgress, ShownPlan } from '../../../shared/change-plan.ts'
import { useApp } from '../../store/use-app.ts'
import { asksWords } from '../../ui/rights-words.ts'
import { Turning } from '../../ui/turning.tsx'
import { ScreenHeading } from '../screen-heading.tsx'
import './writing-view.css'

interface Props {
  readonly plan: ShownPlan | null
  readonly progress: ChangeProgress | null
}

const icons = {
  written: <CheckmarkCircle20Filled className="tone-good" />,
  writing: <Turning />,
  waiting: <Circle20Regular className="tone-quiet" />,
} as const
const leaveOpenWords = 'Leave this window open.'
const words = { written: 'Written and read back', writing: 'Writing', waiting: 'Waiting' } as const

/** Each change as it is written. */
export const WritingView = ({ plan, progress }: Props) => {
  const open = plan?.changes.filter(({ already }) => !already) ?? []
  const done = progress?.done ?? -1
  const asks = useApp(({ rights }) => rights?.asks === true)
  return (
    <div className="stack">
      <ScreenHeading lead={asks ? `${asksWords} ${leaveOpenWords}` : leaveOpenWords}>
        {plan === null ? 'Putting back' : 'Writing'}
      </ScreenHeading>
      <ProgressBar
        aria-label={plan === null ? 'Putting back' : 'Writing'}
        thickness="large"
        {...(progress === null ? {} : { value: progress.done / progress.total })}
      />
      {open.length > 0 && (
        <ul className="writing" aria-label="Changes">
          {open.map(({ description }, index) => {
            const state = index < done ? 'written' : index === done ? 'writing' : 'waiting'
            return (
              <li key={description} data-state={state}>
                {icons[state]}
                <span>{description}</span>
                <span className="writing-state">{words[state]}</span>
              </li>
            )
          })}
        </ul>
      )}
    </div>
  )
}
