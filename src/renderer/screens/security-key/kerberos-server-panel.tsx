import { Button, Field, Textarea } from '@fluentui/react-components'
import { type ChangeEvent, type FormEvent, useRef, useState } from 'react'
import type { Status, YesNo } from '../../../shared/report.ts'
import type { DomainVerdict } from '../../../shared/security-key/kerberos-verdict.ts'
import { isRunning } from '../../store/checks-slice.ts'
import { useApp } from '../../store/use-app.ts'
import { Notice } from '../../ui/notice.tsx'
import { StatusIcon } from '../../ui/status-icon.tsx'
import '../findings/finding-card.css'
import { textOf } from './text-of.ts'

const statuses: Readonly<Record<YesNo, Status>> = { yes: 'pass', no: 'fail', unknown: 'unknown' }
const syncWords: Readonly<Record<YesNo, string>> = {
  yes: 'Both halves agree',
  no: 'The halves differ',
  unknown: 'The text does not say enough',
}

const Verdict = ({ verdict }: { readonly verdict: DomainVerdict }) => {
  const { domain, inSync, problems, mend, age, seen } = verdict
  return (
    <li className="finding" data-in-sync={inSync}>
      <StatusIcon status={statuses[inSync]} />
      <div className="finding-body">
        <div className="finding-head">
          <h2>{domain ?? 'A domain that the text does not name'}</h2>
          <span className="finding-status" data-status={statuses[inSync]}>
            {syncWords[inSync]}
          </span>
        </div>
        {problems.map((problem) => (
          <p key={problem}>{problem}</p>
        ))}
        {mend !== null && <p className="to-do">{mend}</p>}
        {age !== null && <p className="finding-why">{age}</p>}
        <p>
          <code>{seen}</code>
        </p>
      </div>
    </li>
  )
}

const longestPasted = 200_000

/** Pasted or loaded output of Get-AzureADKerberosServer, judged for each domain and added to the report. */
export const KerberosServerPanel = () => {
  const pasted = useApp((state) => state.pasted)
  const add = useApp((state) => state.addKerberosServer)
  const known = useApp(({ added }) => added.inputs.kerberosServer)
  const busy = useApp(({ run }) => isRunning(run)) || pasted.phase === 'reading'
  const [text, setText] = useState(known ?? '')
  const chooser = useRef<HTMLInputElement>(null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() !== '' && !busy) void add(text)
  }
  const load = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? []
    if (file !== undefined) setText((await textOf(file)).slice(0, longestPasted))
    target.value = ''
  }
  return (
    <div className="stack">
      <form className="stack" noValidate onSubmit={submit}>
        <Field
          label="Output of Get-AzureADKerberosServer"
          hint="One domain or several, as a list or a table. It needs an administrator of the domain and of the tenant, so somebody else may have sent it."
        >
          <Textarea
            className="pasted"
            value={text}
            maxLength={longestPasted}
            spellCheck={false}
            resize="vertical"
            onChange={(_event, { value }) => setText(value)}
          />
        </Field>
        <div className="actions">
          <Button type="submit" appearance="primary" disabledFocusable={busy || text.trim() === ''}>
            Judge it
          </Button>
          <Button onClick={() => chooser.current?.click()}>Load a file…</Button>
          <input
            ref={chooser}
            type="file"
            accept=".txt,.log,text/plain"
            hidden
            aria-label="File"
            onChange={(event) => void load(event)}
          />
          <p role="status">{pasted.phase === 'read' && !busy ? 'Judged, and added to the report.' : ''}</p>
        </div>
      </form>
      {pasted.phase === 'failed' && <Notice>{pasted.fault.message}</Notice>}
      {pasted.phase === 'read' && (
        <ul className="verdicts" aria-label="Kerberos server objects">
          {pasted.verdicts.map((verdict) => (
            <Verdict key={verdict.seen} verdict={verdict} />
          ))}
        </ul>
      )}
    </div>
  )
}
