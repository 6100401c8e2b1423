import { Button } from '@fluentui/react-components'
import { ArrowUndo20Regular } from '@fluentui/react-icons/svg/arrow-undo'
import { useId } from 'react'
import type { PastChange } from '../../../shared/change-plan.ts'
import { useApp } from '../../store/use-app.ts'
import { ChangeList } from '../../ui/change-list.tsx'
import { momentWords } from '../../ui/time-words.ts'

const stateWords: Readonly<Record<PastChange['state'], string>> = {
  unfinished: 'Interrupted',
  'in-force': 'In force',
  undone: 'Undone',
  'rolled-back': 'Put back',
}
const tones: Readonly<Record<PastChange['state'], string>> = {
  unfinished: 'fail',
  'in-force': 'pass',
  undone: 'none',
  'rolled-back': 'none',
}

const timeWords = ({ appliedAt, undoneAt, by }: PastChange): string =>
  [
    appliedAt === null ? 'Not written to its end' : `Written ${momentWords(appliedAt)}`,
    ...(by === null ? [] : [appliedAt === null ? `· begun by ${by}` : `by ${by}`]),
    ...(undoneAt === null ? [] : [`· undone ${momentWords(undoneAt)}`]),
  ].join(' ')

const Actions = ({
  change: { id, state },
  describedBy,
}: {
  readonly change: PastChange
  readonly describedBy: string
}) => {
  const act = useApp((store) => store.actOnPast)
  const busy = useApp((store) => store.pastBusy)
  const shared = { disabledFocusable: busy !== null, 'aria-describedby': describedBy }
  if (state === 'in-force')
    return (
      <Button {...shared} icon={<ArrowUndo20Regular />} onClick={() => void act('undoChange', id)}>
        Undo
      </Button>
    )
  if (state !== 'unfinished') return null
  return (
    <>
      <Button {...shared} appearance="primary" onClick={() => void act('finishChange', id)}>
        Finish
      </Button>
      <Button {...shared} onClick={() => void act('putBackChange', id)}>
        Put back
      </Button>
    </>
  )
}

export const PastCard = ({ change }: { readonly change: PastChange }) => {
  const id = useId()
  const { titles, state, changes } = change
  return (
    <article className="past" aria-labelledby={id} data-change-id={change.id} data-state={state}>
      <div className="past-head">
        <div className="past-text">
          <div className="finding-head">
            <h2 id={id}>{titles.join('; ')}</h2>
            <span className="finding-status" data-status={tones[state]}>
              {stateWords[state]}
            </span>
          </div>
          <p className="past-time">{timeWords(change)}</p>
          {state === 'unfinished' && <p>This change was interrupted. Finish it, or put back what was there before.</p>}
        </div>
        <div className="actions">
          <Actions change={change} describedBy={id} />
        </div>
      </div>
      <ChangeList label="Changes" rows={changes} />
    </article>
  )
}
