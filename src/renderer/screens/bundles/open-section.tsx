import { Button } from '@fluentui/react-components'
import { FolderOpen20Regular } from '@fluentui/react-icons/svg/folder-open'
import { useApp } from '../../store/use-app.ts'
import { Notice } from '../../ui/notice.tsx'

export const OpenSection = () => {
  const file = useApp((state) => state.file)
  const open = useApp((state) => state.openFile)
  return (
    <section className="bundles-part" aria-labelledby="open-one">
      <h2 id="open-one">Open one</h2>
      <p className="lead">Its findings by today’s rules, with the evidence.</p>
      <div className="actions">
        <Button icon={<FolderOpen20Regular />} disabledFocusable={file.phase === 'opening'} onClick={() => void open()}>
          Open a support bundle…
        </Button>
      </div>
      {file.phase === 'failed' && <Notice>{file.fault.message}</Notice>}
    </section>
  )
}
