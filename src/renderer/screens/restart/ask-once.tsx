import { Button } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import { Callout } from '../../ui/callout.tsx'

interface Props {
  readonly onAgree: () => void
  readonly onRefuse: () => void
}

/** A restart at once is asked about once more; the way out has the focus. */
export const AskOnce = ({ onAgree, onRefuse }: Props) => {
  const section = useRef<HTMLElement>(null)
  useEffect(() => section.current?.querySelector('button')?.focus(), [])
  return (
    <section ref={section} role="alert" aria-label="Restart now">
      <Callout
        tone="caution"
        actions={
          <>
            <Button type="button" onClick={onRefuse}>
              Not now
            </Button>
            <Button type="button" appearance="primary" onClick={onAgree}>
              Restart now
            </Button>
          </>
        }
      >
        This PC restarts at once. Open programs will be closed, and unsaved work is lost.
      </Callout>
    </section>
  )
}
