import { Radio, RadioGroup } from '@fluentui/react-components'
import { useId } from 'react'
import { type Theme, themes } from '../../store/settings-slice.ts'
import { useApp } from '../../store/use-app.ts'
import { CaseKeyField, RawLogsChoice } from '../finish/bundle-fields.tsx'
import { ScreenHeading } from '../screen-heading.tsx'
import './settings-screen.css'

const words: Readonly<Record<Theme, string>> = { system: 'Same as Windows', light: 'Light', dark: 'Dark' }

const ThemeChoice = () => {
  const theme = useApp((state) => state.theme)
  const chooseTheme = useApp((state) => state.chooseTheme)
  const id = useId()
  return (
    <section className="setting" aria-labelledby={id}>
      <h2 id={id}>Theme</h2>
      <p className="lead">While Windows uses a contrast theme, this window does too.</p>
      <RadioGroup
        aria-labelledby={id}
        value={theme}
        onChange={(_event, { value }) => {
          const chosen = themes.find((name) => name === value)
          if (chosen !== undefined) chooseTheme(chosen)
        }}
      >
        {themes.map((name) => (
          <Radio key={name} value={name} label={words[name]} />
        ))}
      </RadioGroup>
    </section>
  )
}

const BundleSettings = () => {
  const id = useId()
  return (
    <section className="setting" aria-labelledby={id}>
      <h2 id={id}>Support bundles</h2>
      <p className="lead">For every bundle until this window is closed. A case key is never stored.</p>
      <CaseKeyField />
      <RawLogsChoice />
    </section>
  )
}

export const SettingsScreen = () => (
  <div className="settings">
    <ScreenHeading>Settings</ScreenHeading>
    <ThemeChoice />
    <BundleSettings />
  </div>
)
