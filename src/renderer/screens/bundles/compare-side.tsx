import { Button } from '@fluentui/react-components'
import { useId } from 'react'
import type { SideName } from '../../../shared/comparison.ts'
import { useApp } from '../../store/use-app.ts'

export const sideWords = { a: 'Before', b: 'After' } as const

/** One of the two places that a file is chosen for. */
export const CompareSide = ({ side }: { readonly side: SideName }) => {
  const file = useApp((state) => state.sides[side])
  const isBusy = useApp(({ compared }) => compared.phase === 'comparing')
  const choose = useApp((state) => state.chooseSide)
  const id = useId()
  return (
    <div className="side" data-side={side}>
      <span className="side-name" id={id}>
        {sideWords[side]}
      </span>
      <span className={file === null ? 'side-file side-none' : 'side-file'}>{file ?? 'No file chosen'}</span>
      <Button disabledFocusable={isBusy} aria-describedby={id} onClick={() => void choose(side)}>
        {file === null ? 'Choose a file…' : 'Choose another…'}
      </Button>
    </div>
  )
}
