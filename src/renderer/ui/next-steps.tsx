import { useState } from 'react'
import './next-steps.css'

/** More would push the findings out of the window. */
const shownAtFirst = 3

/** What to do, in order. A long list starts short. */
export const NextSteps = ({ steps }: { readonly steps: readonly string[] }) => {
  const [isLong, setLong] = useState(false)
  const all = [...new Set(steps)]
  const hasMore = all.length > shownAtFirst + 1
  if (all.length === 0) return null
  return (
    <div className="next">
      <ol className="next-steps" data-count={all.length}>
        {all.map((step, index) => (
          <li key={step} hidden={hasMore && !isLong && index >= shownAtFirst}>
            {step}
          </li>
        ))}
      </ol>
      {hasMore && (
        <button type="button" className="next-more" aria-expanded={isLong} onClick={() => setLong(!isLong)}>
          {isLong ? 'Show fewer' : `Show all ${all.length}`}
        </button>
      )}
    </div>
  )
}
