import { ChevronRight16Regular } from '@fluentui/react-icons/svg/chevron-right'
import { type ReactNode, useId, useState } from 'react'
import './disclosure.css'

interface Props {
  readonly label: ReactNode
  readonly children: ReactNode
  readonly startsOpen?: boolean
  /** The element that says what this is about, for buttons that share a name. */
  readonly describedBy?: string
  readonly className?: string
  /** Puts the button into something, such as a heading. */
  readonly wrap?: (button: ReactNode) => ReactNode
}

/** A button that shows or hides what follows it. What is hidden is not drawn at all. */
export const Disclosure = ({ label, children, startsOpen = false, describedBy, className, wrap }: Props) => {
  const [isOpen, setOpen] = useState(startsOpen)
  const id = useId()
  const button = (
    <button
      type="button"
      className={`disclosure ${className ?? ''}`}
      aria-expanded={isOpen}
      aria-controls={isOpen ? id : undefined}
      aria-describedby={describedBy}
      onClick={() => setOpen(!isOpen)}
    >
      <ChevronRight16Regular className="disclosure-arrow" />
      <span>{label}</span>
    </button>
  )
  return (
    <>
      {wrap === undefined ? button : wrap(button)}
      {isOpen && (
        <div id={id} className="disclosed">
          {children}
        </div>
      )}
    </>
  )
}
