import './facts-list.css'

/** Pairs of a word and what it says. */
export const FactsList = ({ facts }: { readonly facts: readonly (readonly [label: string, text: string])[] }) => (
  <dl className="facts">
    {facts.map(([label, text]) => (
      <div key={label}>
        <dt>{label}</dt>
        <dd>{text}</dd>
      </div>
    ))}
  </dl>
)
