import { Button, Checkbox } from '@fluentui/react-components'
import type { FormEvent } from 'react'
import { useApp } from '../../store/use-app.ts'
import { Callout } from '../../ui/callout.tsx'
import { CaseKeyField, RawLogsChoice } from './bundle-fields.tsx'

/** What goes in besides the answers to the checks, and what the tokens are made from. */
export const BundleChoiceForm = ({ hasPreview }: { readonly hasPreview: boolean }) => {
  const withSignIns = useApp(({ bundleChoice }) => bundleChoice.withSignIns)
  const choose = useApp((state) => state.chooseForBundle)
  const preview = useApp((state) => state.previewBundle)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void preview()
  }
  return (
    <form className="bundle-choice" noValidate onSubmit={submit}>
      <CaseKeyField />
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
      <RawLogsChoice />
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
