import { DesktopArrowDown24Regular } from '@fluentui/react-icons/svg/desktop-arrow-down'
import { DesktopArrowRight24Regular } from '@fluentui/react-icons/svg/desktop-arrow-right'
import { Key24Regular } from '@fluentui/react-icons/svg/key'
import { type ReactNode, useId } from 'react'
import './case-cards.css'
import { type Wish, wishOf, wishWords } from '../../../shared/case-words.ts'
import { useApp } from '../../store/use-app.ts'
import { OpenFileCard } from './open-file-card.tsx'

const cards: readonly { readonly wish: Wish; readonly icon: ReactNode; readonly text: string }[] = [
  {
    wish: 'connects',
    icon: <DesktopArrowRight24Regular />,
    text: 'Remote Desktop starts here, and the sign-in fails.',
  },
  {
    wish: 'is-target',
    icon: <DesktopArrowDown24Regular />,
    text: 'This PC should let a work account in.',
  },
  { wish: 'security-key', icon: <Key24Regular />, text: 'A FIDO2 key should sign in to Windows and the domain.' },
]

const CaseCard = ({ wish, icon, text }: (typeof cards)[number]) => {
  const isChosen = useApp(({ form }) => wishOf(form) === wish)
  const choose = useApp((state) => state.choose)
  const id = useId()
  return (
    <label className="card">
      <input
        type="radio"
        name="case"
        className="card-input"
        checked={isChosen}
        onChange={() => choose(wish)}
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-text`}
      />
      <span className="card-icon">{icon}</span>
      <span className="card-words">
        <span className="card-title" id={`${id}-title`}>
          {wishWords[wish]}
        </span>
        <span className="card-text" id={`${id}-text`}>
          {text}
        </span>
      </span>
      <span className="card-dot" aria-hidden="true" />
    </label>
  )
}

export const CaseCards = () => {
  const canOpenFiles = useApp(({ greeting }) => greeting.phase === 'ready' && greeting.welcome.canOpenFiles)
  return (
    <div className={canOpenFiles ? 'cards cards-four' : 'cards'}>
      <div role="radiogroup" aria-label="The case" className="cards-group">
        {cards.map((card) => (
          <CaseCard key={card.wish} {...card} />
        ))}
      </div>
      {canOpenFiles && <OpenFileCard />}
    </div>
  )
}
