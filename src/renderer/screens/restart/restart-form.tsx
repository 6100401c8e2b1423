import { Button, Field, Input, Radio, RadioGroup, Textarea } from '@fluentui/react-components'
import { type FormEvent, useState } from 'react'
import { longestRestartMessage, longestRestartMinutes } from '../../../shared/ipc-contract.ts'
import { defaultRestartMessage } from '../../../shared/restart-message.ts'
import { useApp } from '../../store/use-app.ts'
import { AskOnce } from './ask-once.tsx'
import './restart-form.css'
import { minutesIn, minutesUntil, type When, whens, whenWords } from './restart-words.ts'

const actionWords: Readonly<Record<When, string>> = {
  now: 'Restart now…',
  soon: 'Schedule the restart',
  at: 'Schedule the restart',
  later: 'Back to findings',
}

interface Props {
  readonly now: string
  /** What the user of this PC will see, until it is written anew here. */
  readonly reason?: string
}

/** When, and the sentence that the user of this PC will see. */
export const RestartForm = ({ now, reason = defaultRestartMessage }: Props) => {
  const schedule = useApp((state) => state.scheduleRestart)
  const isBusy = useApp((state) => state.isRestartBusy)
  const send = useApp((state) => state.send)
  const [when, setWhen] = useState<When>('now')
  const [wait, setWait] = useState('15')
  const [time, setTime] = useState('17:30')
  const [message, setMessage] = useState(reason)
  const [isAsking, setAsking] = useState(false)
  const line = message.replaceAll(/\s+/g, ' ').trim()
  const waits = minutesIn(wait)
  const minutes = when === 'now' ? 0 : when === 'soon' ? waits : minutesUntil(time, new Date(now))
  const isTimeWrong = when === 'at' && minutes === null

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (when === 'later') send({ type: 'go', to: 'findings' })
    else if (when === 'now') setAsking(true)
    else if (minutes !== null && line !== '') void schedule(minutes, line)
  }
  return (
    <form className="restart-form" noValidate onSubmit={submit}>
      <Field label="When">
        <RadioGroup
          layout="horizontal"
          value={when}
          onChange={(_event, { value }) => {
            setWhen(whens.find((each) => each === value) ?? 'now')
            setAsking(false)
          }}
        >
          {whens.map((each) => (
            <Radio key={each} value={each} label={whenWords(each, waits)} />
          ))}
        </RadioGroup>
      </Field>
      {when === 'soon' && (
        <Field
          label="Minutes"
          {...(waits === null ? { validationMessage: 'Use a whole number of minutes, up to a week (10080).' } : {})}
        >
          <Input
            type="number"
            min={1}
            max={longestRestartMinutes}
            className="restart-time"
            value={wait}
            onChange={(_event, { value }) => setWait(value)}
          />
        </Field>
      )}
      {when === 'at' && (
        <Field label="Time" {...(isTimeWrong ? { validationMessage: 'Use a time such as 17:30.' } : {})}>
          <Input type="time" className="restart-time" value={time} onChange={(_event, { value }) => setTime(value)} />
        </Field>
      )}
      {(when === 'soon' || when === 'at') && (
        <Field
          label="What the user will see"
          hint={`${line.length} of ${longestRestartMessage} characters`}
          {...(line === '' ? { validationMessage: 'Say why this PC restarts.' } : {})}
        >
          <Textarea
            value={message}
            maxLength={longestRestartMessage}
            rows={3}
            onChange={(_event, { value }) => setMessage(value)}
          />
        </Field>
      )}
      {isAsking ? (
        <AskOnce onAgree={() => void schedule(0, line || reason)} onRefuse={() => setAsking(false)} />
      ) : (
        <div className="actions">
          <Button type="submit" appearance="primary" size="large" disabledFocusable={isBusy}>
            {actionWords[when]}
          </Button>
        </div>
      )}
    </form>
  )
}
