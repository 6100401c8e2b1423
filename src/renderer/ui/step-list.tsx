import { Book20Regular } from '@fluentui/react-icons/svg/book'
import { CheckmarkCircle20Filled } from '@fluentui/react-icons/svg/checkmark-circle'
import { Circle20Regular } from '@fluentui/react-icons/svg/circle'
import { ErrorCircle20Filled } from '@fluentui/react-icons/svg/error-circle'
import { FolderZip20Regular } from '@fluentui/react-icons/svg/folder-zip'
import { History20Regular } from '@fluentui/react-icons/svg/history'
import { RadioButton20Filled } from '@fluentui/react-icons/svg/radio-button'
import { Settings20Regular } from '@fluentui/react-icons/svg/settings'
import { SubtractCircle20Regular } from '@fluentui/react-icons/svg/subtract-circle'
import type { ReactNode } from 'react'
import './step-list.css'
import type { Track } from '../../shared/intent.ts'
import { lastDone } from '../store/checks-slice.ts'
import type { AppState } from '../store/store.ts'
import { useApp } from '../store/use-app.ts'
import { canGo, isBesideCase, type Step, type StepState, stepState, stepsOf, type Wizard } from '../store/wizard.ts'
import { Turning } from './turning.tsx'

const titles: Readonly<Record<Step, string>> = {
  start: 'Start',
  check: 'Check',
  findings: 'Findings',
  fix: 'Fix',
  restart: 'Restart',
  'work-account': 'Work account',
  'security-key': 'Security key',
  'other-pc': 'Other PC',
  finish: 'Finish',
  history: 'History',
  rules: 'Rules',
  bundles: 'Support bundles',
  settings: 'Settings',
}

const openWords: Readonly<Record<Step, string>> = {
  start: 'Pick the case',
  check: '',
  findings: 'See what was found',
  fix: 'See the plan',
  restart: 'When, and the proof',
  'work-account': 'Three places',
  'security-key': 'Uses, tests, object',
  'other-pc': 'Both ends, one answer',
  finish: 'Ticket and bundle',
  history: 'What was changed',
  rules: 'Checks, fixes, help',
  bundles: 'Open or compare',
  settings: 'Theme and bundles',
}

const stateWords: Readonly<Record<Exclude<StepState, 'open'>, string>> = {
  'to-do': 'Not yet',
  running: 'Running',
  failed: 'Not finished',
  done: 'Done',
  skipped: 'Needs the PC itself',
}

const icons: Readonly<Record<StepState, ReactNode>> = {
  'to-do': <Circle20Regular className="tone-quiet" />,
  open: <Circle20Regular className="tone-brand" />,
  running: <Turning />,
  failed: <ErrorCircle20Filled className="tone-bad" />,
  done: <CheckmarkCircle20Filled className="tone-good" />,
  skipped: <SubtractCircle20Regular className="tone-quiet" />,
}

/** What belongs to no case has no state, only a picture. */
const picturesBeside: Partial<Readonly<Record<Step, ReactNode>>> = {
  history: <History20Regular />,
  rules: <Book20Regular />,
  bundles: <FolderZip20Regular />,
  settings: <Settings20Regular />,
}

const here = <RadioButton20Filled className="tone-brand" />

const pictureOf = (step: Step, state: StepState, isCurrent: boolean): ReactNode =>
  picturesBeside[step] ?? (state === 'open' && isCurrent ? here : icons[state])

const wordsOf = ({ fix }: Wizard, step: Step, state: StepState): string => {
  if (state === 'open') return step === 'fix' && fix === 'written' ? 'See the receipt' : openWords[step]
  return state === 'skipped' && step === 'check' ? 'Read from a file' : stateWords[state]
}

const StepItem = ({ step }: { readonly step: Step }) => {
  const wizard = useApp((state) => state.wizard)
  const send = useApp((state) => state.send)
  const state = stepState(wizard, step)
  const isCurrent = wizard.step === step
  return (
    <li className={isBesideCase(step) ? 'step-beside' : undefined}>
      <button
        type="button"
        className="step"
        aria-current={isCurrent ? 'step' : undefined}
        disabled={!isCurrent && !canGo(wizard, step)}
        onClick={() => send({ type: 'go', to: step })}
      >
        {pictureOf(step, state, isCurrent)}
        <span className="step-title">{titles[step]}</span>
        <span className="step-state">{wordsOf(wizard, step, state)}</span>
      </button>
    </li>
  )
}

/** Of the report that is shown, else of the case that is being written down. */
const selectTrack = ({ run, form }: AppState): Track => lastDone(run)?.report.intent.track ?? form.track

export const StepList = () => {
  const track = useApp(selectTrack)
  const canOpenFiles = useApp(({ greeting }) => greeting.phase === 'ready' && greeting.welcome.canOpenFiles)
  return (
    <nav className="rail" aria-label="Steps">
      <ol className="steps">
        {stepsOf(track)
          .filter((step) => step !== 'bundles' || canOpenFiles)
          .map((step) => (
            <StepItem key={step} step={step} />
          ))}
      </ol>
    </nav>
  )
}
