import { Field, Radio, RadioGroup } from '@fluentui/react-components'
import { pathWords } from '../../../shared/case-words.ts'
import { paths } from '../../../shared/intent.ts'
import { readField } from '../../store/read-form.ts'
import { useApp } from '../../store/use-app.ts'
import { Disclosure } from '../../ui/disclosure.tsx'
import { TextBox } from './text-box.tsx'

/** Open from the start when something in it is not the default, so that nothing set is out of sight. */
export const MoreOptions = ({ refusals }: { readonly refusals: number }) => {
  const machine = useApp(({ form }) => form.machine)
  const path = useApp(({ form }) => form.path)
  const choosePath = useApp((state) => state.choosePath)
  const isPreset = useApp(({ form }) => form.path !== 'pku2u' || form.domain !== '')
  const isDomainWrong = useApp(({ form }) => readField('domain', form.domain).state === 'invalid')
  return (
    <div className="more">
      <Disclosure key={`${machine} ${isDomainWrong ? refusals : 0}`} label="More options" startsOpen={isPreset}>
        <div className="fields more-fields">
          <Field label="Sign-in path">
            <RadioGroup
              value={path}
              onChange={(_event, { value }) => {
                const chosen = paths.find((name) => name === value)
                if (chosen !== undefined) choosePath(chosen)
              }}
            >
              {paths.map((name) => (
                <Radio key={name} value={name} label={pathWords[name]} />
              ))}
            </RadioGroup>
          </Field>
          <TextBox
            field="domain"
            label="On-premises domain"
            hint="Optional. For a PC that is only Entra joined, such as corp.contoso.com"
            refusals={refusals}
          />
        </div>
      </Disclosure>
    </div>
  )
}
