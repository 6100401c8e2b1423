import { Field, Input } from '@fluentui/react-components'
import { useState } from 'react'

interface Props {
  readonly label: string
  readonly value: string
  readonly onType: (value: string) => void
  /** A sentence when the text cannot be used; an empty text is never a mistake. */
  readonly mistake: string | null
  readonly hint: string
}

/** A mistake is named once the field is left, and then until it is gone. */
export const CheckedInput = ({ label, value, onType, mistake, hint }: Props) => {
  const [wasLeft, setLeft] = useState(false)
  const said =
    wasLeft && mistake !== null ? { validationState: 'error' as const, validationMessage: mistake } : { hint }
  return (
    <Field label={label} {...said}>
      <Input
        value={value}
        maxLength={1024}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        onChange={(_event, data) => onType(data.value)}
        onBlur={() => setLeft(true)}
      />
    </Field>
  )
}
