import { Field, Input } from '@fluentui/react-components'
import { Checkmark20Regular } from '@fluentui/react-icons/svg/checkmark'
import { useEffect, useState } from 'react'
import type { TextField } from '../../store/case-slice.ts'
import { readField } from '../../store/read-form.ts'
import { useApp } from '../../store/use-app.ts'

const pause = 700

interface Props {
  readonly field: TextField
  readonly label: string
  readonly hint: string
  /** How often the form was refused; from the first time on, mistakes are shown at once. */
  readonly refusals: number
}

/** Checked while typing. A mistake is named once the typing pauses or ends, and then until it is gone. */
export const TextBox = ({ field, label, hint, refusals }: Props) => {
  const text = useApp(({ form }) => form[field])
  const type = useApp((state) => state.type)
  const answer = readField(field, text)
  const isInvalid = answer.state === 'invalid'
  /** The mistaken text a pause was last made at; every keystroke starts the pause again. */
  const [named, setNamed] = useState<string | null>(null)
  useEffect(() => {
    if (!isInvalid) return setNamed(null)
    const timer = setTimeout(() => setNamed(text), pause)
    return () => clearTimeout(timer)
  }, [isInvalid, text])

  const said =
    answer.state === 'invalid' && (named !== null || refusals > 0)
      ? { validationState: 'error' as const, validationMessage: answer.message }
      : answer.state === 'valid' && answer.shown !== null
        ? { validationState: 'success' as const, validationMessage: `Windows wants ${answer.shown}` }
        : { hint }
  return (
    <Field label={label} {...said}>
      <Input
        value={text}
        onChange={(_event, { value }) => type(field, value)}
        onBlur={() => setNamed(isInvalid ? text : null)}
        contentAfter={answer.state === 'valid' ? <Checkmark20Regular className="tone-good" /> : null}
        maxLength={256}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
      />
    </Field>
  )
}
