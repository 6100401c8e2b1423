import { SearchBox } from '@fluentui/react-components'
import { type ReactNode, useEffect, useId, useState } from 'react'
import type { CheckId, Link } from '../../../shared/report.ts'
import type { Guide, Rules } from '../../../shared/rules.ts'
import { useApp } from '../../store/use-app.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Turning } from '../../ui/turning.tsx'
import { FindingLinks } from '../findings/finding-links.tsx'
import { ScreenHeading } from '../screen-heading.tsx'
import { foundRules, foundWords } from './found-rules.ts'
import './rules-screen.css'
import '../findings/findings-screen.css'

const roleWords = { client: 'the PC that connects', server: 'the PC that is connected to' } as const
const restartWords = { required: 'A restart carries it into effect.', none: 'It works without a restart.' } as const

interface EntryProps {
  readonly id: CheckId
  readonly title: string
  readonly links?: readonly Link[]
  readonly children: ReactNode
}

const Entry = ({ id, title, links = [], children }: EntryProps) => (
  <article className="rule" aria-label={title} data-rule-id={id}>
    <div className="rule-head">
      <h3>{title}</h3>
      <code>{id}</code>
    </div>
    {children}
    {links.length > 0 && <FindingLinks check={id} links={links} />}
  </article>
)

const Section = ({ title, children }: { readonly title: string; readonly children: readonly ReactNode[] }) => {
  const id = useId()
  if (children.length === 0) return null
  return (
    <section className="group" aria-labelledby={id}>
      <Disclosure
        startsOpen
        className="group-fold"
        wrap={(button) => <h2 id={id}>{button}</h2>}
        label={
          <>
            {title} <span className="group-count">{children.length}</span>
          </>
        }
      >
        {children}
      </Disclosure>
    </section>
  )
}

/** Folded until somebody looks for something: the topics are pages, not lines. */
const Topic = ({ guide, startsOpen }: { readonly guide: Guide; readonly startsOpen: boolean }) => {
  const { id, title, text, table, links } = guide
  return (
    <article className="rule" aria-label={title} data-rule-id={id}>
      <Disclosure startsOpen={startsOpen} label={title} wrap={(button) => <h3>{button}</h3>}>
        <div className="topic">
          {text.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
          {table !== null && (
            <DataTable
              caption={title}
              columns={table.columns}
              rows={table.rows.map((row) => ({ key: row.join(' '), cells: row }))}
            />
          )}
          <FindingLinks check={id} links={links} />
        </div>
      </Disclosure>
    </article>
  )
}

const Found = ({ rules, isSearch }: { readonly rules: Rules; readonly isSearch: boolean }) => (
  <>
    <Section title="Help topics">
      {rules.guides.map((guide) => (
        <Topic key={`${guide.id} ${isSearch}`} guide={guide} startsOpen={isSearch} />
      ))}
    </Section>
    <Section title="Checks">
      {rules.checks.map(({ id, title, why, roles, links }) => (
        <Entry key={id} id={id} title={title} links={links}>
          <p>{why}</p>
          <p className="lead">Asked of {roles.map((role) => roleWords[role]).join(' and ')}.</p>
        </Entry>
      ))}
    </Section>
    <Section title="Fixes">
      {rules.fixes.map(({ id, title, cures, restart }) => (
        <Entry key={id} id={id} title={title}>
          <p className="lead">
            {cures.length > 0 && <>Cures {cures.join(', ')}. </>}
            {restartWords[restart]}
          </p>
        </Entry>
      ))}
    </Section>
  </>
)

/** Every check, fix and help topic, beside the case. */
export const RulesScreen = () => {
  const rules = useApp((state) => state.rules)
  const fault = useApp((state) => state.rulesFault)
  const load = useApp((state) => state.loadRules)
  const [typed, setTyped] = useState('')
  useEffect(() => void load(), [load])
  const found = rules === null ? null : foundRules(rules, typed)
  return (
    <div className="stack">
      <ScreenHeading lead="What is looked at, what can be changed, and what is good to know.">Rules</ScreenHeading>
      {fault !== null && <Notice>{fault.message}</Notice>}
      {found === null && fault === null && <Turning />}
      {found !== null && (
        <>
          <div className="rules-search">
            <SearchBox
              aria-label="Search the rules"
              placeholder="Search, such as firewall or 2.3.11.3"
              value={typed}
              onChange={(_event, { value }) => setTyped(value)}
            />
            <p role="status">{foundWords(found)}</p>
          </div>
          <Found rules={found} isSearch={typed.trim() !== ''} />
        </>
      )}
    </div>
  )
}
