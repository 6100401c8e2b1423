import { ArrowClockwise24Filled } from '@fluentui/react-icons/svg/arrow-clockwise'
import { CheckmarkCircle24Filled } from '@fluentui/react-icons/svg/checkmark-circle'
import { ErrorCircle24Filled } from '@fluentui/react-icons/svg/error-circle'
import { Prohibited24Filled } from '@fluentui/react-icons/svg/prohibited'
import { QuestionCircle24Filled } from '@fluentui/react-icons/svg/question-circle'
import { ShieldLock24Filled } from '@fluentui/react-icons/svg/shield-lock'
import { Wrench24Filled } from '@fluentui/react-icons/svg/wrench'
import type { ReactNode } from 'react'
import type { Report, VerdictState } from '../../shared/report.ts'
import './verdict-band.css'
import { verdictTones } from '../../shared/verdict-tones.ts'
import { verdictWords } from '../../shared/verdict-words.ts'
import { lastDone } from '../store/checks-slice.ts'
import type { AppState } from '../store/store.ts'
import { useApp } from '../store/use-app.ts'
import { CaseFacts } from './case-facts.tsx'
import { isOld } from './is-old.ts'
import { NextPlace } from './next-place.tsx'
import { NextSteps } from './next-steps.tsx'

const icons: Readonly<Record<VerdictState, ReactNode>> = {
  ready: <CheckmarkCircle24Filled />,
  fixable: <Wrench24Filled />,
  restart: <ArrowClockwise24Filled />,
  managed: <ShieldLock24Filled />,
  action: <ErrorCircle24Filled />,
  unsupported: <Prohibited24Filled />,
  unknown: <QuestionCircle24Filled />,
}

/** Where a screen asks again and stays, the old answer stays too. Many bundles have many verdicts, so none stands above them. */
const selectShown = ({ run, wizard }: AppState): Report | null => {
  if (wizard.step === 'bundles') return null
  return (wizard.step === 'check' ? (run.phase === 'done' ? run : null) : lastDone(run))?.report ?? null
}

const selectIsOld = (state: AppState): boolean => {
  const report = selectShown(state)
  return report !== null && isOld(state, report)
}

/** What to do stands beside the findings; elsewhere the screen itself is about it, and needs the room. */
const selectIsWhole = ({ wizard }: AppState): boolean => wizard.step === 'findings' || wizard.step === 'check'

/** In sight on every screen once there is a verdict. */
export const VerdictBand = () => {
  const report = useApp(selectShown)
  const isBefore = useApp(selectIsOld)
  const isWhole = useApp(selectIsWhole)
  if (report === null) return null
  const { state, headline, next } = report.verdict
  const tone = verdictTones[state]
  return (
    <div className={`band band-${tone}${isWhole ? '' : ' band-low'}`}>
      <section className="verdict" aria-label="Verdict" data-verdict={state}>
        <div className="verdict-answer">
          <span className={`verdict-icon tone-${tone}`}>{icons[state]}</span>
          <div>
            <p className={`verdict-word tone-${tone}`}>
              {isBefore ? `${verdictWords[state]} (before the change)` : verdictWords[state]}
            </p>
            <p className="verdict-headline">{headline}</p>
          </div>
        </div>
        {isWhole && <NextSteps key={report.createdAt} steps={next} />}
        {isWhole && <NextPlace report={report} />}
      </section>
      <CaseFacts report={report} />
    </div>
  )
}
