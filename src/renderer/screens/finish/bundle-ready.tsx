import { Button } from '@fluentui/react-components'
import { FolderOpen20Regular } from '@fluentui/react-icons/svg/folder-open'
import { Save20Regular } from '@fluentui/react-icons/svg/save'
import type { BundlePreview, ShownBundle } from '../../../shared/bundle-preview.ts'
import { outcomeWords } from '../../../shared/probe-words.ts'
import { useApp } from '../../store/use-app.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { FactsList } from '../../ui/facts-list.tsx'
import { bytesWords, countsByKind, sourcesWords } from './bundle-words.ts'
import { ReplacementTable } from './replacement-table.tsx'
import { useFocusFirst } from './use-focus-first.ts'

const Sources = ({ preview: { logs, raw } }: { readonly preview: BundlePreview }) => (
  <Disclosure label={sourcesWords(logs)}>
    <div className="bundle-sources">
      <FactsList
        facts={[...logs, ...raw].map(({ name, outcome, bytes }) => [
          name,
          outcome === 'ok' ? (bytes === 0 ? 'Empty' : bytesWords(bytes)) : outcomeWords(outcome),
        ])}
      />
    </div>
  </Disclosure>
)

const Saved = ({
  bundle: { name, bytes, sha256, hasOtherEnd },
  hasRaw,
}: {
  readonly bundle: ShownBundle
  readonly hasRaw: boolean
}) => {
  const show = useApp((state) => state.showBundle)
  return (
    <>
      <p role="status">
        <strong>Saved {name}</strong> ({bytesWords(bytes)}). It was opened again: none of these names is in it
        {hasRaw ? ', apart from the raw files' : ''}.
        {hasOtherEnd && ' The case code of the other PC went in as well, so the report shows both ends.'}
      </p>
      <FactsList facts={[['SHA-256', sha256]]} />
      <div className="actions">
        <Button icon={<FolderOpen20Regular />} onClick={() => void show()}>
          Show in folder
        </Button>
      </div>
    </>
  )
}

/** What will be replaced, and the way to the file. */
export const BundleReady = ({
  preview,
  saved,
}: {
  readonly preview: BundlePreview
  readonly saved: ShownBundle | null
}) => {
  const save = useApp((state) => state.saveBundle)
  const { replacements, more, caseKey } = preview
  const words = useFocusFirst<HTMLParagraphElement>()
  return (
    <>
      <div>
        <p ref={words} tabIndex={-1} className="bundle-words">
          Replaced: {replacements.length === 0 ? 'nothing' : countsByKind(replacements)}.
        </p>
        <Sources preview={preview} />
      </div>
      {replacements.length > 0 && <ReplacementTable rows={replacements} />}
      {more > 0 && <p className="finish-hint">{more} more are replaced and not shown here.</p>}
      <div className="bundle-made-key">
        <span>
          Case key <code>{caseKey}</code>
        </span>
        <CopyButton name="Copy case key" size="small" text={() => caseKey}>
          Copy
        </CopyButton>
        <span className="finish-hint">Keep it. Do not send it with the bundle.</span>
      </div>
      {saved === null ? (
        <div className="actions">
          <Button appearance="primary" size="large" icon={<Save20Regular />} onClick={() => void save()}>
            Save bundle…
          </Button>
        </div>
      ) : (
        <Saved bundle={saved} hasRaw={preview.raw.some(({ bytes }) => bytes > 0)} />
      )}
    </>
  )
}
