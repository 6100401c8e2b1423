import { Button, Checkbox, Field, Input } from '@fluentui/react-components'
import { type FormEvent, useState } from 'react'
import { defaultIntent } from '../../../shared/intent.ts'
import { parseTarget, rdpPort } from '../../../shared/target-name.ts'
import { targetText } from '../../../shared/target-words.ts'
import { lastDone } from '../../store/checks-slice.ts'
import { isAsking } from '../../store/target-slice.ts'
import { useApp } from '../../store/use-app.ts'
import { Notice } from '../../ui/notice.tsx'
import { Turning } from '../../ui/turning.tsx'
import { ListenerAnswer } from './listener-answer.tsx'
import './listener-panel.css'

const hint = `A name or an address, with a port unless it is ${rdpPort}. No account and no password is sent.`

/** Asks the other PC's Remote Desktop listener what it offers, and says what it answered. */
export const ListenerPanel = () => {
  const run = useApp((state) => state.run)
  const answer = useApp((state) => state.targetAnswer)
  const ask = useApp((state) => state.askTarget)
  const cancel = useApp((state) => state.cancelTarget)
  const done = lastDone(run)
  const machine = done?.request?.machine ?? null
  const intent = done?.report.intent ?? defaultIntent
  const [typed, setTyped] = useState(intent.peer ?? '')
  const [adminPorts, setAdminPorts] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const isBusy = isAsking(answer)
  // What was asked for another case has nothing to say here.
  const isMine = answer.phase !== 'idle' && answer.question.machine === machine && answer.question.path === intent.path

  const submit = (event: FormEvent) => {
    event.preventDefault()
    const target = parseTarget(typed)
    setProblem(target.ok ? null : target.fault.message)
    if (target.ok) void ask({ machine, target: typed.trim(), path: intent.path, adminPorts })
  }
  return (
    <div className="stack">
      <form className="listener-form" noValidate onSubmit={submit}>
        <Field
          label="Other PC"
          hint={hint}
          {...(problem === null ? {} : { validationState: 'error' as const, validationMessage: problem })}
        >
          <Input
            value={typed}
            onChange={(_event, { value }) => {
              setTyped(value)
              setProblem(null)
            }}
            maxLength={256}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
          />
        </Field>
        <Checkbox
          className="listener-ports"
          checked={adminPorts}
          onChange={(_event, { checked }) => setAdminPorts(checked === true)}
          label="Also see whether shares (SMB 445), remote registry and WMI (RPC 135) and remote PowerShell (WinRM 5985) can be reached"
        />
        <div className="actions">
          <Button type="submit" disabledFocusable={isBusy}>
            Ask the listener
          </Button>
          {isBusy && (
            <Button onClick={() => void cancel()} disabledFocusable={answer.phase === 'cancelling'}>
              {answer.phase === 'cancelling' ? 'Cancelling …' : 'Cancel'}
            </Button>
          )}
          {isBusy && <Turning />}
        </div>
      </form>
      <p role="status" className="visually-hidden">
        {isMine && answer.phase === 'answered' && targetText(answer.probe, answer.question.path)}
      </p>
      {isMine && answer.phase === 'answered' && <ListenerAnswer probe={answer.probe} path={answer.question.path} />}
      {isMine && answer.phase === 'failed' && <Notice>{answer.fault.message}</Notice>}
    </div>
  )
}
