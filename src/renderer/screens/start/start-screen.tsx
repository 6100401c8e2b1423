import { Button } from '@fluentui/react-components'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import './start-screen.css'
import { requestOf } from '../../store/read-form.ts'
import { useApp } from '../../store/use-app.ts'
import { useKey } from '../../ui/use-key.ts'
import { ScreenHeading } from '../screen-heading.tsx'
import { CaseCards } from './case-cards.tsx'
import { InterruptedChanges } from './interrupted-changes.tsx'
import { MachinePicker } from './machine-picker.tsx'
import { MoreOptions } from './more-options.tsx'
import { StartNotes } from './start-notes.tsx'
import { TextBox } from './text-box.tsx'

export const StartScreen = () => {
  const form = useApp((state) => state.form)
  const startCase = useApp((state) => state.startCase)
  const isOpening = useApp(({ file }) => file.phase === 'opening')
  const element = useRef<HTMLFormElement>(null)
  const [refusals, setRefusals] = useState(0)

  const start = () => {
    const request = requestOf(form)
    if (request === null) setRefusals(refusals + 1)
    else if (!isOpening) void startCase(request)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    start()
  }
  useKey('Enter', start)
  useEffect(() => {
    if (refusals > 0) element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [refusals])

  return (
    <form ref={element} className="start" noValidate onSubmit={submit}>
      <ScreenHeading lead="Pick the case. The check only reads; it changes nothing.">
        What is going wrong?
      </ScreenHeading>
      <MachinePicker />
      <StartNotes />
      <InterruptedChanges />
      <CaseCards />
      <div className="fields">
        <TextBox
          field="account"
          label="Account"
          hint="Optional. Who signs in, such as adele@contoso.com"
          refusals={refusals}
        />
        <TextBox
          field="peer"
          label="Other PC"
          hint="Optional. Its name or address, such as PC-0417"
          refusals={refusals}
        />
      </div>
      <MoreOptions refusals={refusals} />
      <div className="start-action">
        <Button type="submit" appearance="primary" size="large" disabled={isOpening}>
          {form.machine === null ? 'Check this PC' : 'Check this machine'}
        </Button>
        <span className="start-note">or press Enter</span>
      </div>
    </form>
  )
}
