import { Field, Input } from '@fluentui/react-components'
import { ChevronDown20Regular } from '@fluentui/react-icons/svg/chevron-down'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import './combo-box.css'
import { type Choice, matching, moved } from './combo-box-list.ts'

interface Props {
  readonly label: string
  readonly choices: readonly Choice[]
  readonly chosen: string | null
  readonly onChoose: (id: string) => void
}

/** A list one can search in, after the ARIA pattern for an editable combobox: the focus stays in the text. */
export const ComboBox = ({ label, choices, chosen, onChoose }: Props) => {
  const [query, setQuery] = useState<string | null>(null)
  /** Which choice Enter would take; null while the list is closed. */
  const [active, setActive] = useState<number | null>(null)
  const list = useRef<HTMLDivElement>(null)
  const box = useRef<HTMLDivElement>(null)
  const id = useId()
  const isOpen = active !== null
  const shown = matching(choices, query ?? '')
  const current = choices.findIndex((choice) => choice.id === chosen)

  useEffect(() => {
    if (active === null) return list.current?.hidePopover()
    list.current?.showPopover()
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' })
  }, [active])

  /** What was chosen is selected, so that typing on starts a new search. */
  useEffect(() => {
    if (query === null && chosen !== null) box.current?.querySelector<HTMLInputElement>('input:focus')?.select()
  }, [query, chosen])

  const open = () => setActive(Math.max(0, current))
  const close = () => {
    setActive(null)
    setQuery(null)
  }
  const take = (choice: Choice | undefined) => {
    if (choice !== undefined) onChoose(choice.id)
    close()
  }
  const press = (event: KeyboardEvent) => {
    const next = active === null ? null : moved(event.key, active, shown.length)
    if (next !== null) setActive(next)
    else if (active !== null && event.key === 'Enter') take(shown[active])
    else if (active !== null && event.key === 'Escape') close()
    else if (active === null && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) open()
    else return
    event.preventDefault()
  }

  return (
    <div ref={box}>
      <Field label={label}>
        <Input
          className="combo"
          role="combobox"
          aria-expanded={isOpen}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={isOpen && shown.length > 0 ? `${id}-${active}` : undefined}
          autoComplete="off"
          spellCheck={false}
          value={query ?? choices[current]?.title ?? ''}
          placeholder="Search by name or story"
          contentAfter={<ChevronDown20Regular />}
          onChange={(_event, { value }) => {
            setQuery(value)
            setActive(0)
          }}
          onFocus={(event) => event.target.select()}
          onClick={isOpen ? close : open}
          onBlur={close}
          onKeyDown={press}
        />
      </Field>
      <div ref={list} id={`${id}-list`} popover="manual" role="listbox" aria-label={label} className="combo-list">
        {isOpen &&
          shown.map((choice, index) => (
            <button
              key={choice.id}
              id={`${id}-${index}`}
              type="button"
              role="option"
              tabIndex={-1}
              aria-selected={choice.id === chosen}
              data-choice={choice.id}
              data-active={index === active}
              className="combo-option"
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => take(choice)}
            >
              <span className="combo-title">{choice.title}</span>
              <span className="combo-text">{choice.text}</span>
            </button>
          ))}
        {isOpen && shown.length === 0 && <p className="combo-option combo-text">Nothing matches</p>}
      </div>
    </div>
  )
}
