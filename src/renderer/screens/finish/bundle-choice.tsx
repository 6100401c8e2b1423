import { Button, Checkbox, Field, Input } from '@fluentui/react-components'
import type { FormEvent } from 'react'
import { useApp } from '../../store/use-app.ts'
import { Callout } from '../../ui/callout.tsx'

/** What goes in besides the answers to the checks, and what the tokens are made from. */
export const BundleChoiceForm = ({ hasPreview }: { readonly hasPreview: boolean }) => {
  const { caseKey, withSignIns, withRawLogs } = useApp((state) => state.bundleChoice)
  const choose = useApp((state) => state.chooseForBundle)
  const preview = useApp((state) => state.previewBundle)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void preview()
  }
  return (
    <form className="bundle-choice" noValidate onSubmit={submit}>
      <Field
        label="Case key"
        hint="Leave it empty for a new one. With the key of the other PC’s bundle, both get the same tokens."
      >
        <Input
          className="bundle-key"
          value={caseKey}
          maxLength={256}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          onChange={(_event, { value }) => choose({ caseKey: value })}
        />
      </Field>
      <Checkbox
        label="Add sign-ins of the Security log (4624, 4625)"
        checked={withSignIns}
        onChange={(_event, { checked }) => choose({ withSignIns: checked === true })}
      />
      {withSignIns && (
        <Callout tone="caution">
          <p>They tell who signed in, when and from where. Ask the people it is about first.</p>
        </Callout>
      )}
      <Checkbox
        label="Add raw logs and registry exports"
        checked={withRawLogs}
        onChange={(_event, { checked }) => choose({ withRawLogs: checked === true })}
      />
      {withRawLogs && (
        <Callout tone="caution">
          <p>Raw files cannot be redacted: names, accounts and addresses stay in them in clear.</p>
        </Callout>
      )}
      {!hasPreview && (
        <div className="actions">
          <Button type="submit" appearance="primary" size="large">
            See what will be replaced
          </Button>
        </div>
      )}
    </form>
  )
}
