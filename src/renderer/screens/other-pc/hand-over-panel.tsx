import { Field, Radio, RadioGroup, Select } from '@fluentui/react-components'
import { useState } from 'react'
import { type HandOverFix, handOverSettings, type SettingKind } from '../../../shared/hand-over.ts'
import { lastDone } from '../../store/checks-slice.ts'
import { useApp } from '../../store/use-app.ts'
import { Callout } from '../../ui/callout.tsx'
import { HandOverView } from '../../ui/hand-over-view.tsx'
import { fixNotes, kindWords } from '../../ui/hand-over-words.ts'

/** One setting as a file for the other PC, or for whatever already manages many. */
export const HandOverPanel = () => {
  const track = useApp(({ run }) => lastDone(run)?.report.intent.track)
  const [fix, setFix] = useState<HandOverFix>(track === 'security-key' ? 'security-key.enable-sign-in' : 'pku2u.enable')
  const [wanted, setWanted] = useState<SettingKind>('powershell')
  const kinds = handOverSettings.find((setting) => setting.fix === fix)?.kinds ?? []
  const kind = kinds.find((each) => each === wanted) ?? 'powershell'
  const note = fixNotes[fix]
  return (
    <div className="stack">
      <div className="hand-over-fields">
        <Field label="Setting">
          <Select
            value={fix}
            onChange={(_event, { value }) => {
              const chosen = handOverSettings.find((setting) => setting.fix === value)
              if (chosen !== undefined) setFix(chosen.fix)
            }}
          >
            {handOverSettings.map((setting) => (
              <option key={setting.fix} value={setting.fix}>
                {setting.title}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <Field label="As" hint={kindWords[kind].text}>
        <RadioGroup
          layout="horizontal"
          className="hand-over-kinds"
          value={kind}
          onChange={(_event, { value }) => setWanted(kinds.find((each) => each === value) ?? 'powershell')}
        >
          {kinds.map((each) => (
            <Radio key={each} value={each} label={kindWords[each].title} />
          ))}
        </RadioGroup>
      </Field>
      {note !== undefined && (
        <Callout tone="caution">
          <p>{note}</p>
        </Callout>
      )}
      <HandOverView order={{ kind, fix }} />
    </div>
  )
}
