import type { PairedEnd, PairVerdict } from '../../../shared/pair.ts'
import { Disclosure } from '../../ui/disclosure.tsx'
import './pair-answer.css'
import { pairTones, pairWords } from '../../../shared/pair-words.ts'

const Todo = ({ title, end }: { readonly title: string; readonly end: PairedEnd }) => (
  <section>
    <h3>{title}</h3>
    {end.next.length === 0 ? (
      <p className="lead">Nothing to do here.</p>
    ) : (
      <ol className="pair-steps">
        {end.next.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    )}
  </section>
)

/** The verdict on both ends, and what to do at each. */
export const PairAnswer = ({ pair }: { readonly pair: PairVerdict }) => {
  const { state, headline } = pair.verdict
  return (
    <section className="pair-answer" aria-label="Both ends" data-pair={state}>
      <h2 className={`tone-${pairTones[state]}`}>{pairWords[state]}</h2>
      <p className="pair-headline">{headline}</p>
      <div className="pair-todo">
        <Todo title="On the client" end={pair.client} />
        <Todo title="On the server" end={pair.server} />
      </div>
      <Disclosure label={`Reasons (${pair.reasons.length})`}>
        <ul className="pair-reasons">
          {pair.reasons.map(({ id, text }) => (
            <li key={`${id} ${text}`}>
              {text} <code>{id}</code>
            </li>
          ))}
        </ul>
      </Disclosure>
    </section>
  )
}
