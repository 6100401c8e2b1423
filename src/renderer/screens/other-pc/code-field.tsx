import { Field, Textarea } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { readFrame } from '../../../shared/case-code/read-frame.ts'
import { longestTypedCode } from '../../../shared/ipc-contract.ts'
import { useApp } from '../../store/use-app.ts'

const pause = 700

/** Checked while typing, group by group. A mistake is named once the typing pauses; how far one is, at once. */
export const CodeField = () => {
  const text = useApp((state) => state.typedCode)
  const typeCode = useApp((state) => state.typeCode)
  const otherEnd = useApp((state) => state.otherEnd)
  const frame = readFrame(text)
  const isWrong = text.trim() !== '' && !frame.ok && frame.fault.code !== 'missing'
  const [named, setNamed] = useState<string | null>(null)
  useEffect(() => {
    if (!isWrong) return setNamed(null)
    const timer = setTimeout(() => setNamed(text), pause)
    return () => clearTimeout(timer)
  }, [isWrong, text])

  const said = (() => {
    if (text.trim() === '') return { hint: 'Type or paste it: letters and digits, in any case, with any separators.' }
    if (otherEnd.phase === 'failed' && otherEnd.from === 'code')
      return { validationState: 'error' as const, validationMessage: otherEnd.fault.message }
    if (frame.ok) return { validationState: 'success' as const, validationMessage: 'The code is complete.' }
    if (!isWrong) return { hint: frame.fault.message }
    return named === null
      ? { hint: '…' }
      : { validationState: 'error' as const, validationMessage: frame.fault.message }
  })()
  return (
    <Field label="Its case code" {...said}>
      <Textarea
        className="code-field"
        value={text}
        onChange={(_event, { value }) => void typeCode(value)}
        onBlur={() => setNamed(isWrong ? text : null)}
        maxLength={longestTypedCode}
        rows={4}
        resize="vertical"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
      />
    </Field>
  )
}
