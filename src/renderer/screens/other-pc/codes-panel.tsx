import { Button } from '@fluentui/react-components'
import { FolderOpen20Regular } from '@fluentui/react-icons/svg/folder-open'
import { useApp } from '../../store/use-app.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { CodeField } from './code-field.tsx'
import './codes-panel.css'
import { QrPicture } from './qr-picture.tsx'

const ThisCode = ({ code }: { readonly code: string }) => (
  <div className="code-row">
    <ol className="code-groups" aria-label="Case code in groups">
      {code.split('-').map((group, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the groups are numbered and never move.
        <li key={at}>
          <code>{group}</code>
        </li>
      ))}
    </ol>
    <QrPicture text={code} name="QR code of this end’s case code" />
  </div>
)

/** This end's code to hand over, and the other end's to take in. */
export const CodesPanel = () => {
  const code = useApp((state) => state.thisCode)
  const fault = useApp((state) => state.thisCodeFault)
  const otherEnd = useApp((state) => state.otherEnd)
  const canOpenFiles = useApp(({ greeting }) => greeting.phase === 'ready' && greeting.welcome.canOpenFiles)
  const openOtherEnd = useApp((state) => state.openOtherEnd)
  return (
    <div className="codes">
      <section className="codes-part" aria-labelledby="other-end-title">
        <h2 id="other-end-title">The other end</h2>
        <CodeField />
        {canOpenFiles && (
          <div className="actions">
            <Button
              icon={<FolderOpen20Regular />}
              disabled={otherEnd.phase === 'reading'}
              onClick={() => void openOtherEnd()}
            >
              Open its bundle or report…
            </Button>
          </div>
        )}
        {otherEnd.phase === 'failed' && otherEnd.from === 'file' && (
          <Notice>
            <strong>The file could not be used.</strong> {otherEnd.fault.message}
          </Notice>
        )}
      </section>
      <section className="codes-part" aria-labelledby="this-end-title">
        <div className="codes-head">
          <h2 id="this-end-title">This end’s case code</h2>
          {code !== null && (
            <CopyButton text={() => code} name="Copy case code" size="small">
              Copy
            </CopyButton>
          )}
        </div>
        <p className="lead">Read it out, or let a phone scan it. It names no person, PC or company.</p>
        {code !== null && <ThisCode code={code} />}
        {fault !== null && <Notice>{fault.message}</Notice>}
      </section>
    </div>
  )
}
