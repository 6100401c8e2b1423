import { Button } from '@fluentui/react-components'
import { Save20Regular } from '@fluentui/react-icons/svg/save'
import { useState } from 'react'
import type { HandOverOrder, HandOverText } from '../../shared/hand-over.ts'
import { useApp } from '../store/use-app.ts'
import { CopyButton } from './copy-button.tsx'
import './hand-over-view.css'
import { Notice } from './notice.tsx'
import { useHandOver } from './use-hand-over.ts'

type Saved =
  | { readonly state: 'idle' }
  | { readonly state: 'busy' }
  | { readonly state: 'said'; readonly text: string }
  | { readonly state: 'failed'; readonly message: string }

const SaveButton = ({ order, count }: { readonly order: HandOverOrder; readonly count: number }) => {
  const save = useApp((state) => state.saveHandOver)
  const [saved, setSaved] = useState<Saved>({ state: 'idle' })
  const press = async () => {
    setSaved({ state: 'busy' })
    const reply = await save(order)
    if (!reply.ok) setSaved({ state: 'failed', message: reply.fault.message })
    else if (reply.value === null) setSaved({ state: 'idle' })
    else setSaved({ state: 'said', text: `Saved ${reply.value.names.join(' and ')}.` })
  }
  return (
    <>
      <div className="actions">
        <Button
          appearance="primary"
          icon={<Save20Regular />}
          disabledFocusable={saved.state === 'busy'}
          onClick={() => void press()}
        >
          {count > 1 ? 'Save into a folder…' : 'Save…'}
        </Button>
        <span role="status" className="tone-good hand-over-said">
          {saved.state === 'said' ? saved.text : ''}
        </span>
      </div>
      {saved.state === 'failed' && <Notice>{saved.message}</Notice>}
    </>
  )
}

const FileText = ({ name, text }: HandOverText) => (
  <section className="hand-over-file" aria-label={name}>
    <div className="hand-over-head">
      <code className="hand-over-name">{name}</code>
      <CopyButton name={`Copy ${name}`} size="small" text={() => text}>
        Copy
      </CopyButton>
    </div>
    {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it. */}
    <pre className="hand-over-text" tabIndex={0}>
      {text}
    </pre>
  </section>
)

/** The files of an order as text, to copy or to save. null: something is still to be filled in. */
export const HandOverView = ({ order }: { readonly order: HandOverOrder | null }) => {
  const built = useHandOver(order)
  const canSave = useApp(({ greeting }) => greeting.phase === 'ready' && greeting.welcome.canOpenFiles)
  if (built === null || order === null) return null
  if (!built.ok) return <Notice>{built.fault.message}</Notice>
  return (
    <div className="hand-over">
      {built.value.map((file) => (
        <FileText key={file.name} {...file} />
      ))}
      {canSave && <SaveButton key={JSON.stringify(order)} order={order} count={built.value.length} />}
    </div>
  )
}
