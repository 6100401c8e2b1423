import { Button } from '@fluentui/react-components'
import { Checkmark20Regular } from '@fluentui/react-icons/svg/checkmark'
import { DarkTheme20Regular } from '@fluentui/react-icons/svg/dark-theme'
import { type KeyboardEvent, type ToggleEvent, useId, useRef, useState } from 'react'
import './theme-menu.css'
import { type Theme, themes } from '../store/settings-slice.ts'
import { useApp } from '../store/use-app.ts'

const words: Readonly<Record<Theme, string>> = { system: 'Same as Windows', light: 'Light', dark: 'Dark' }

const steps: Readonly<Record<string, (from: number) => number>> = {
  ArrowDown: (from) => (from + 1) % themes.length,
  ArrowUp: (from) => (from + themes.length - 1) % themes.length,
  Home: () => 0,
  End: () => themes.length - 1,
}

/** The browser's own popover: it closes on Escape and on a click elsewhere, and gives the focus back. */
export const ThemeMenu = () => {
  const theme = useApp((state) => state.theme)
  const chooseTheme = useApp((state) => state.chooseTheme)
  const [isOpen, setOpen] = useState(false)
  const menu = useRef<HTMLDivElement>(null)
  const id = useId()
  const items = () => [...(menu.current?.querySelectorAll<HTMLElement>('[role="menuitemradio"]') ?? [])]

  const toggled = ({ newState }: ToggleEvent) => {
    setOpen(newState === 'open')
    if (newState === 'open') items()[themes.indexOf(theme)]?.focus()
  }
  const move = (event: KeyboardEvent) => {
    if (event.key === 'Tab') return menu.current?.hidePopover()
    const next = Object.hasOwn(steps, event.key) ? steps[event.key] : undefined
    if (next === undefined) return
    event.preventDefault()
    const all = items()
    all[next(all.findIndex((item) => item.matches(':focus')))]?.focus()
  }
  return (
    <>
      <Button
        appearance="subtle"
        icon={<DarkTheme20Regular />}
        className="theme-button"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        popoverTarget={id}
      >
        Theme
      </Button>
      <div
        ref={menu}
        id={id}
        popover="auto"
        role="menu"
        aria-label="Theme"
        className="theme-menu"
        onToggle={toggled}
        onKeyDown={move}
      >
        {themes.map((name) => (
          <button
            key={name}
            type="button"
            role="menuitemradio"
            aria-checked={name === theme}
            tabIndex={-1}
            className="theme-item"
            onClick={() => {
              chooseTheme(name)
              menu.current?.hidePopover()
            }}
          >
            <span className="theme-check">{name === theme && <Checkmark20Regular />}</span>
            {words[name]}
          </button>
        ))}
      </div>
    </>
  )
}
