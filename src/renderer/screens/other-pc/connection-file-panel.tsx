import { Field, Radio, RadioGroup } from '@fluentui/react-components'
import { useState } from 'react'
import { pathWords } from '../../../shared/case-words.ts'
import { isAddress } from '../../../shared/host-name.ts'
import { defaultIntent, type Path, paths } from '../../../shared/intent.ts'
import { lastDone } from '../../store/checks-slice.ts'
import { readField } from '../../store/read-form.ts'
import { useApp } from '../../store/use-app.ts'
import { CheckedInput } from '../../ui/checked-input.tsx'
import { HandOverView } from '../../ui/hand-over-view.tsx'

const byName = 'A web account needs the name of the PC as Microsoft Entra ID knows it, not an address.'

/** A Remote Desktop connection file in the form that works with Entra accounts. Starts with what the case says. */
export const ConnectionFilePanel = () => {
  const report = useApp(({ run }) => lastDone(run)?.report)
  const intent = report?.intent ?? defaultIntent
  // Who is connected to goes into the file: the other PC, or this one when it is the target.
  const [peer, setPeer] = useState((intent.role === 'server' ? report?.facts.host.name : intent.peer) ?? '')
  const [account, setAccount] = useState(intent.account ?? '')
  const [path, setPath] = useState<Path>(intent.path)
  const host = readField('peer', peer)
  const upn = readField('account', account)
  const needsName = path === 'web' && host.state === 'valid' && isAddress(host.value)
  const order =
    host.state === 'valid' && upn.state === 'valid' && !needsName
      ? ({ kind: 'connection-file', peer: host.value, account: upn.value, path } as const)
      : null
  return (
    <div className="stack">
      <div className="hand-over-fields">
        <CheckedInput
          label="Connect to"
          value={peer}
          onType={setPeer}
          mistake={host.state === 'invalid' ? host.message : needsName ? byName : null}
          hint={path === 'web' ? 'The name of the PC, such as PC-0417' : 'Name or address, such as PC-0417'}
        />
        <CheckedInput
          label="Sign in as"
          value={account}
          onType={setAccount}
          mistake={upn.state === 'invalid' ? upn.message : null}
          hint="Work account, such as adele@contoso.com"
        />
      </div>
      <Field label="Sign-in path">
        <RadioGroup value={path} onChange={(_event, { value }) => setPath(value === 'web' ? 'web' : 'pku2u')}>
          {paths.map((name) => (
            <Radio key={name} value={name} label={pathWords[name]} />
          ))}
        </RadioGroup>
      </Field>
      {order === null && <p>Fill in the PC and the account to see the file.</p>}
      <HandOverView order={order} />
      <p className="lead">
        In Remote Desktop Manager there is no file to fill in: turn on “Entra ID host” in the general properties of the
        entry.
      </p>
    </div>
  )
}
