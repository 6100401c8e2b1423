import { useId } from 'react'
import type { Coverage } from '../../../shared/report.ts'
import './coverage-line.css'
import { outcomeWords, probeKey } from '../../../shared/probe-words.ts'
import { Disclosure } from '../../ui/disclosure.tsx'

/** How much of what the case needs was answered, and in plain words what was not. */
export const CoverageLine = ({ coverage }: { readonly coverage: Coverage }) => {
  const id = useId()
  const { asked, answered, gaps } = coverage
  const words = answered === asked ? `All ${asked} questions answered` : `${answered} of ${asked} questions answered`
  return (
    <div className="coverage">
      <p id={id}>{words}</p>
      {gaps.length > 0 && (
        <Disclosure label="What is missing" describedBy={id}>
          <ul className="gaps">
            {gaps.map(({ probe, label, outcome }) => {
              const key = probeKey(probe)
              return (
                <li key={probe}>
                  <span className="gap-probe">{label}</span>
                  <span className="gap-outcome">{outcomeWords(outcome)}</span>
                  {key !== null && <code className="gap-key">{key}</code>}
                </li>
              )
            })}
          </ul>
        </Disclosure>
      )}
    </div>
  )
}
