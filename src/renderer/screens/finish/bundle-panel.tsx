import { Button, ProgressBar } from '@fluentui/react-components'
import type { BundleWork } from '../../store/bundle-slice.ts'
import type { RunRequest } from '../../store/checks-slice.ts'
import { useApp } from '../../store/use-app.ts'
import { Notice } from '../../ui/notice.tsx'
import { BundleChoiceForm } from './bundle-choice.tsx'
import { BundleReady } from './bundle-ready.tsx'
import { progressWords } from './bundle-words.ts'
import { useFocusFirst } from './use-focus-first.ts'

const Progress = ({ work }: { readonly work: Extract<BundleWork, { phase: 'preparing' | 'saving' }> }) => {
  const cancel = useApp((state) => state.cancelBundle)
  const { progress } = work
  const words = useFocusFirst<HTMLParagraphElement>()
  const isCounted = progress !== null && progress.total > 0
  return (
    <div className="bundle-progress">
      <p ref={words} role="status" tabIndex={-1} className="bundle-words">
        {progress === null ? 'Starting …' : progressWords(progress)}
      </p>
      <ProgressBar
        aria-label="Progress"
        {...(isCounted ? { value: progress.done, max: progress.total } : {})}
        thickness="large"
      />
      <div className="actions">
        <Button onClick={() => void cancel()}>Cancel</Button>
      </div>
    </div>
  )
}

/** Another machine or another case needs a bundle of its own. */
const isOf = (work: BundleWork, request: RunRequest): boolean => work.phase !== 'none' && work.request === request

export const BundlePanel = ({ request }: { readonly request: RunRequest }) => {
  const work = useApp((state) => state.bundle)
  const fault = useApp((state) => state.bundleFault)
  const mine: BundleWork = isOf(work, request) ? work : { phase: 'none' }
  return (
    <section className="finish-part" aria-labelledby="bundle">
      <div>
        <h2 id="bundle">Support bundle</h2>
        <p className="finish-hint">
          Everything the verdict rests on, in one file that anybody with PKU2U Doctor can judge again. Names of people,
          PCs and tenants are replaced by tokens.
        </p>
      </div>
      {fault !== null && <Notice>{fault.message}</Notice>}
      {mine.phase === 'preparing' || mine.phase === 'saving' ? (
        <Progress work={mine} />
      ) : (
        <>
          <BundleChoiceForm hasPreview={mine.phase !== 'none'} />
          {mine.phase !== 'none' && (
            <BundleReady preview={mine.preview} saved={mine.phase === 'saved' ? mine.bundle : null} />
          )}
        </>
      )}
    </section>
  )
}
