import { Button } from '@fluentui/react-components'
import { Wrench20Regular } from '@fluentui/react-icons/svg/wrench'
import type { Finding } from '../../../shared/report.ts'
import { useApp } from '../../store/use-app.ts'
import './fix-button.css'
import { fixAllIds, isChangeable } from '../../../shared/finding-groups.ts'

interface Props {
  readonly finding: Finding
  readonly isHeld: boolean
  /** The element that says what this is about. */
  readonly describedBy: string
}

/** Opens the plan; nothing is written from here. A report from a file has no machine to change. */
export const FixButton = ({ finding, isHeld, describedBy }: Props) => {
  const planFixes = useApp((state) => state.planFixes)
  const hasMachine = useApp(({ run }) => run.phase === 'done' && run.request !== null)
  if (!hasMachine || !isChangeable(finding)) return null
  return (
    <div className="fix-action">
      <Button
        appearance={isHeld ? 'secondary' : 'primary'}
        icon={isHeld ? null : <Wrench20Regular />}
        aria-describedby={describedBy}
        onClick={() => void planFixes([...finding.fixes])}
      >
        {isHeld ? 'Write anyway…' : 'Fix…'}
      </Button>
    </div>
  )
}

/** All changes of a group in one plan; only where there is more than one. */
export const FixAll = ({ findings }: { readonly findings: readonly Finding[] }) => {
  const planFixes = useApp((state) => state.planFixes)
  const hasMachine = useApp(({ run }) => run.phase === 'done' && run.request !== null)
  const ids = fixAllIds(findings)
  if (!hasMachine || ids.length < 2) return null
  return (
    <Button icon={<Wrench20Regular />} onClick={() => void planFixes(ids)}>
      {`Fix all ${ids.length}…`}
    </Button>
  )
}
