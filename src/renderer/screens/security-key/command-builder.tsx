import { Field, Radio, RadioGroup, Select } from '@fluentui/react-components'
import { useState } from 'react'
import { parseDomain } from '../../../shared/domain-name.ts'
import {
  type CredentialForm,
  credentialForms,
  type KerberosAction,
  kerberosActions,
} from '../../../shared/hand-over.ts'
import { lastDone } from '../../store/checks-slice.ts'
import { readField } from '../../store/read-form.ts'
import { useApp } from '../../store/use-app.ts'
import { Callout } from '../../ui/callout.tsx'
import { CheckedInput } from '../../ui/checked-input.tsx'
import { HandOverView } from '../../ui/hand-over-view.tsx'
import { actionCautions, actionWords, credentialWords } from '../../ui/hand-over-words.ts'

/** Commands for the Microsoft Entra Kerberos server object, as text. They are never run here. */
export const CommandBuilder = () => {
  const [action, setAction] = useState<KerberosAction>('create')
  const [credentials, setCredentials] = useState<CredentialForm>('all-prompts')
  const [domains, setDomains] = useState(useApp(({ run }) => lastDone(run)?.report.intent.domain) ?? '')
  const [account, setAccount] = useState('')
  const names = domains.split(/[\s,;]+/).filter((name) => name !== '')
  const wrong = names.map((name) => [name, parseDomain(name)] as const).find(([, parsed]) => !parsed.ok)
  const byName = credentials === 'upn' || credentials === 'upn-domain-prompt'
  const upn = readField('account', account)
  const caution = actionCautions[action]
  const isReady = wrong === undefined && (!byName || upn.state === 'valid')
  return (
    <div className="stack">
      <div className="hand-over-fields">
        <Field label="Action">
          <Select
            value={action}
            onChange={(_event, { value }) => setAction(kerberosActions.find((each) => each === value) ?? 'create')}
          >
            {kerberosActions.map((each) => (
              <option key={each} value={each}>
                {actionWords[each]}
              </option>
            ))}
          </Select>
        </Field>
        <CheckedInput
          label="On-premises domains"
          value={domains}
          onType={setDomains}
          mistake={wrong?.[1].ok === false ? `${wrong[0].slice(0, 60)}: ${wrong[1].fault.message}` : null}
          hint="Separated by commas. Empty: the domain of the PC on which the commands run"
        />
      </div>
      <Field label="How the commands sign in">
        <RadioGroup
          value={credentials}
          onChange={(_event, { value }) =>
            setCredentials(credentialForms.find((each) => each === value) ?? 'all-prompts')
          }
        >
          {credentialForms.map((each) => (
            <Radio key={each} value={each} label={credentialWords[each]} />
          ))}
        </RadioGroup>
      </Field>
      {byName && (
        <div className="hand-over-fields">
          <CheckedInput
            label="Administrator’s account"
            value={account}
            onType={setAccount}
            mistake={upn.state === 'invalid' ? upn.message : null}
            hint="A Global Administrator, such as admin@contoso.com"
          />
        </div>
      )}
      {caution !== undefined && (
        <Callout tone="caution">
          <p>{caution}</p>
        </Callout>
      )}
      {!isReady && (
        <p>
          {wrong === undefined ? 'Fill in the account to see the commands.' : 'Correct the domain to see the commands.'}
        </p>
      )}
      <HandOverView
        order={
          isReady
            ? {
                kind: 'kerberos-server',
                action,
                credentials,
                domains: names,
                account: upn.state === 'valid' && byName ? upn.value : null,
              }
            : null
        }
      />
    </div>
  )
}
