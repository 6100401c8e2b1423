import type { Finding } from '../../../shared/report.ts'
import { stepsByHand } from './fix-words.ts'

/** The change that would cure a finding, as something a person can do by hand. */
export const WhatToDo = ({ finding, isHeld }: { readonly finding: Finding; readonly isHeld: boolean }) => {
  const steps = stepsByHand(finding)
  if (steps.length === 0) return null
  return (
    <div className="to-do">
      <p className="to-do-title">{isHeld ? 'Once the policy allows it' : 'What to do'}</p>
      {steps.map(({ text, where }) => (
        <p key={text}>
          {text}
          {where !== null && (
            <>
              {' in '}
              <code>{where}</code>
            </>
          )}
        </p>
      ))}
    </div>
  )
}
