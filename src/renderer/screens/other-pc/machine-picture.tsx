import type { Role } from '../../../shared/intent.ts'
import type { VerdictState } from '../../../shared/report.ts'
import { verdictTones } from '../../../shared/verdict-tones.ts'
import { verdictWords } from '../../../shared/verdict-words.ts'

interface Props {
  readonly role: Role
  /** null: nobody has said which PC it is. */
  readonly name: string | null
  readonly isThis: boolean
  /** null: this end is not known yet. */
  readonly state: VerdictState | null
}

const roleText: Readonly<Record<Role, readonly [string, string]>> = {
  client: ['Client', 'connects'],
  server: ['Server', 'is connected to'],
}

const marks: Readonly<Record<string, string>> = {
  good: 'M26 25l7 7 13-14',
  caution: 'M36 15v13M36 34v1',
  bad: 'M28 16l16 17M44 16l-16 17',
  quiet: 'M30 20c0-8 13-8 13 0 0 5-7 5-7 10M36 35v1',
}

/** One of the two machines: what it is here, which PC, and how it stands. */
export const MachinePicture = ({ role, name, isThis, state }: Props) => {
  const tone = state === null ? 'quiet' : verdictTones[state]
  const [noun, verb] = roleText[role]
  return (
    <div className="machine" data-known={state !== null} data-this={isThis}>
      <svg className={`machine-drawing tone-${tone}`} viewBox="0 0 72 64" aria-hidden="true">
        <rect className="machine-screen" x="3" y="3" width="66" height="44" rx="5" />
        <path className="machine-foot" d="M28 47v9M44 47v9M20 58h32" />
        <path className="machine-mark" d={marks[tone]} />
      </svg>
      <div>
        <p className="machine-role">
          {noun} <span className="machine-verb">{verb}</span>
        </p>
        <p className="machine-name">
          {name ?? 'The other PC'}
          {isThis && <span className="machine-this">This end</span>}
        </p>
        <p className={`machine-state tone-${tone}`}>{state === null ? 'Not known yet' : verdictWords[state]}</p>
      </div>
    </div>
  )
}
