import { Checkbox, Field, Input } from '@fluentui/react-components'
import type { AppState } from '../../store/store.ts'
import { useApp } from '../../store/use-app.ts'
import { Callout } from '../../ui/callout.tsx'
import './bundle-fields.css'

/** What is being collected or saved keeps what was wanted. */
const selectIsBusy = ({ bundle: { phase } }: AppState): boolean => phase === 'preparing' || phase === 'saving'

export const CaseKeyField = () => {
  const caseKey = useApp(({ bundleChoice }) => bundleChoice.caseKey)
  const choose = useApp((state) => state.chooseForBundle)
  const isBusy = useApp(selectIsBusy)
  return (
    <Field
      label="Case key"
      hint="Leave it empty for a new one. With the key of the other PC’s bundle, both get the same tokens."
    >
      <Input
        className="bundle-key"
        value={caseKey}
        disabled={isBusy}
        maxLength={256}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        onChange={(_event, { value }) => choose({ caseKey: value })}
      />
    </Field>
  )
}

export const RawLogsChoice = () => {
  const isWanted = useApp(({ bundleChoice }) => bundleChoice.withRawLogs)
  const choose = useApp((state) => state.chooseForBundle)
  const isBusy = useApp(selectIsBusy)
  return (
    <>
      <Checkbox
        label="Add raw logs and registry exports"
        checked={isWanted}
        disabled={isBusy}
        onChange={(_event, { checked }) => choose({ withRawLogs: checked === true })}
      />
      {isWanted && (
        <Callout tone="caution">
          <p>Raw files cannot be redacted: names, accounts and addresses stay in them in clear.</p>
        </Callout>
      )}
    </>
  )
}
