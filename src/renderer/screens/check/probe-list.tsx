import { CheckmarkCircle20Filled } from '@fluentui/react-icons/svg/checkmark-circle'
import { QuestionCircle20Filled } from '@fluentui/react-icons/svg/question-circle'
import type { Progress } from '../../../shared/ipc-contract.ts'
import { durationWords, outcomeWords } from '../../../shared/probe-words.ts'
import { Turning } from '../../ui/turning.tsx'

const icons = {
  running: <Turning />,
  answered: <CheckmarkCircle20Filled className="tone-good" />,
  'no-answer': <QuestionCircle20Filled className="tone-quiet" />,
} as const

const stateWords = ({ state, outcome }: Progress): string => {
  if (state === 'running') return 'Asking'
  return state === 'answered' ? 'Answered' : outcomeWords(outcome ?? 'failed')
}

const ProbeRow = ({ probe }: { readonly probe: Progress }) => (
  <li className="probe" data-probe-id={probe.id} data-state={probe.state}>
    {icons[probe.state]}
    <span className="probe-label">{probe.label}</span>
    <span className="probe-state">{stateWords(probe)}</span>
    <span className="probe-time">{probe.durationMs === null ? '' : durationWords(probe.durationMs)}</span>
  </li>
)

export const ProbeList = ({ probes }: { readonly probes: readonly Progress[] }) =>
  probes.length === 0 ? null : (
    <ul className="probes" aria-label="What is asked">
      {probes.map((probe) => (
        <ProbeRow key={probe.id} probe={probe} />
      ))}
    </ul>
  )
