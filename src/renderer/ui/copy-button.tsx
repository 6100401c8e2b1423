import { Button } from '@fluentui/react-components'
import { Checkmark20Regular } from '@fluentui/react-icons/svg/checkmark'
import { Copy20Regular } from '@fluentui/react-icons/svg/copy'
import { useEffect, useState } from 'react'
import './copy-button.css'

type State = 'idle' | 'copied' | 'failed'

const words: Readonly<Record<State, string>> = {
  idle: '',
  copied: 'Copied',
  failed: 'Could not copy. Select the text and press Ctrl+C.',
}

interface Props {
  readonly text: () => string
  /** What it is called; starts with the word on the button. */
  readonly name: string
  readonly children: string
  readonly size?: 'small' | 'medium'
}

export const CopyButton = ({ text, name, children, size = 'medium' }: Props) => {
  const [state, setState] = useState<State>('idle')
  useEffect(() => {
    if (state === 'idle') return
    const timer = setTimeout(() => setState('idle'), 4000)
    return () => clearTimeout(timer)
  }, [state])
  const copy = () =>
    navigator.clipboard.writeText(text()).then(
      () => setState('copied'),
      () => setState('failed'),
    )
  return (
    <span className="copy">
      <span className={`copy-said tone-${state === 'failed' ? 'bad' : 'good'}`} role="status">
        {words[state]}
      </span>
      <Button
        appearance="subtle"
        size={size}
        aria-label={name}
        icon={state === 'copied' ? <Checkmark20Regular /> : <Copy20Regular />}
        onClick={() => void copy()}
      >
        {children}
      </Button>
    </span>
  )
}
