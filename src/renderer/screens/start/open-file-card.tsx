import { ChevronRight20Regular } from '@fluentui/react-icons/svg/chevron-right'
import { FolderOpen24Regular } from '@fluentui/react-icons/svg/folder-open'
import { useId } from 'react'
import './open-file-card.css'
import { useApp } from '../../store/use-app.ts'
import { Notice } from '../../ui/notice.tsx'

export const OpenFileCard = () => {
  const file = useApp((state) => state.file)
  const openFile = useApp((state) => state.openFile)
  const id = useId()
  return (
    <>
      <div className="card">
        <span className="card-icon">
          <FolderOpen24Regular />
        </span>
        <span className="card-words">
          <button
            type="button"
            className="card-title card-button"
            disabled={file.phase === 'opening'}
            aria-describedby={id}
            onClick={() => void openFile()}
          >
            Open a support bundle
          </button>
          <span className="card-text" id={id}>
            {file.phase === 'opening' ? 'Opening …' : 'Judge what was collected on another PC.'}
          </span>
        </span>
        <ChevronRight20Regular className="card-arrow" />
      </div>
      {file.phase === 'failed' && (
        <div className="cards-notice">
          <Notice>
            <strong>The file could not be opened.</strong> {file.fault.message}
          </Notice>
        </div>
      )}
    </>
  )
}
