import { Button } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import { Callout } from '../../ui/callout.tsx'

interface Props {
  readonly owner: string
  readonly onAgree: () => void
  readonly onRefuse: () => void
}

/** The second, plain question. The focus goes to it, and to the way out first. */
export const WriteAnyway = ({ owner, onAgree, onRefuse }: Props) => {
  const section = useRef<HTMLElement>(null)
  useEffect(() => section.current?.querySelector('button')?.focus(), [])
  return (
    <section ref={section} aria-label="Second question" role="alert">
      <Callout
        tone="caution"
        actions={
          <>
            <Button appearance="primary" onClick={onRefuse}>
              Do not write
            </Button>
            <Button onClick={onAgree}>Write it, knowing it will not last</Button>
          </>
        }
      >
        <p>
          <strong>This will not last.</strong> {owner} blocks PKU2U and puts its own value back. Remote Desktop may work
          until then, and fail again after that.
        </p>
        <p>The lasting way is to have the owner of the policy allow PKU2U for this PC.</p>
      </Callout>
    </section>
  )
}
