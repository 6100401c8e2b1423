import { Button } from '@fluentui/react-components'
import type { Report } from '../../shared/report.ts'
import { useApp } from '../store/use-app.ts'
import { canGo, type Step } from '../store/wizard.ts'
import './next-place.css'

const needsAccount: readonly string[] = ['account.identity', 'account.work-accounts']

/** The screen on which what the verdict asks for can be done; null where the findings themselves are the place. */
const placeOf = ({ verdict: { state }, findings, intent }: Report): { to: Step; words: string } | null => {
  switch (state) {
    case 'restart':
      return { to: 'restart', words: 'Restart…' }
    case 'ready':
      return intent.track === 'rdp' ? { to: 'other-pc', words: 'Look at the other PC' } : null
    case 'action':
      return findings.some(({ id, status }) => status === 'fail' && needsAccount.includes(id))
        ? { to: 'work-account', words: 'See the work accounts' }
        : null
    default:
      return null
  }
}

export const NextPlace = ({ report }: { readonly report: Report }) => {
  const place = placeOf(report)
  const isOpen = useApp(({ wizard }) => place !== null && canGo(wizard, place.to))
  const send = useApp((state) => state.send)
  if (place === null || !isOpen) return null
  return (
    <div className="next-place">
      <Button appearance="primary" onClick={() => send({ type: 'go', to: place.to })}>
        {place.words}
      </Button>
    </div>
  )
}
