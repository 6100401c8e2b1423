import { Button } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import { Callout } from '../../ui/callout.tsx'
import type { AnywayWords } from './plan-words.ts'

interface Props {
  readonly owner: string
  readonly words: AnywayWords
  readonly onAgree: () => void
  readonly onRefuse: () => void
}

/** The second, plain question. The focus goes to it, and to the way out first. */
export const WriteAnyway = ({ owner, words, onAgree, onRefuse }: Props) => {
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
            <Button onClick={onAgree}>{words.agree}</Button>
          </>
        }
      >
        <p>
          <strong>{words.lead}</strong> {owner} {words.what}
        </p>
        <p>{words.instead}</p>
      </Callout>
    </section>
  )
}
