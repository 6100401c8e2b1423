import { Button } from '@fluentui/react-components'
import { Open16Regular } from '@fluentui/react-icons/svg/open'
import { Person20Regular } from '@fluentui/react-icons/svg/person'
import { useState } from 'react'
import type { YesNo } from '../../../shared/report.ts'
import { isRunning, lastDone } from '../../store/checks-slice.ts'
import { useApp } from '../../store/use-app.ts'
import { Callout } from '../../ui/callout.tsx'
import { FactsList } from '../../ui/facts-list.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ScreenHeading } from '../screen-heading.tsx'
import { useCheckOnFocus } from './use-check-on-focus.ts'
import './work-account-screen.css'
import { neededWords, type Slot, slotsOf } from './work-slots.ts'

const slotWords: Readonly<Record<Slot['state'], string>> = {
  needed: 'The one that is needed',
  used: 'In use',
  free: 'Room for an account',
  unknown: 'Nobody could look',
}
const policyWords: Readonly<Record<YesNo, string>> = {
  yes: 'Forbids adding work accounts here',
  no: 'Allows adding work accounts',
  unknown: 'Could not be read',
}

/** Too long for its line, an address breaks before the domain. */
const Address = ({ text }: { readonly text: string }) => {
  const [name, ...domain] = text.split(/(?=@)/)
  return (
    <>
      {name}
      <wbr />
      {domain}
    </>
  )
}

const Slots = ({ slots }: { readonly slots: readonly Slot[] }) => (
  <ol className="slots" aria-label="Places for work accounts">
    {slots.map(({ text, state }, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the places are numbered and never move.
      <li key={index} className="slot" data-state={state}>
        <Person20Regular className={state === 'needed' ? 'tone-good' : 'tone-quiet'} />
        <span className="slot-text">
          <Address text={text} />
        </span>
        <span className="slot-state">{slotWords[state]}</span>
      </li>
    ))}
  </ol>
)

const OpenSettings = () => {
  const openSettings = useApp((state) => state.openSettings)
  const [problem, setProblem] = useState<string | null>(null)
  const open = async () => setProblem((await openSettings({ page: 'emailandaccounts' }))?.message ?? null)
  return (
    <>
      <div className="actions">
        <Button
          appearance="primary"
          size="large"
          icon={<Open16Regular />}
          iconPosition="after"
          onClick={() => void open()}
        >
          Open Windows settings
        </Button>
      </div>
      {problem !== null && <Notice>{problem}</Notice>}
    </>
  )
}

/** Who is in the three places, who should be, and the way to Windows' own page. */
export const WorkAccountScreen = () => {
  const run = useApp((state) => state.run)
  const done = lastDone(run)
  useCheckOnFocus()
  if (done === null) return null
  const { report } = done
  const finding = report.findings.find(({ id }) => id === 'account.work-accounts')
  return (
    <div className="stack">
      <ScreenHeading lead="Windows keeps at most three work accounts for each of its users.">
        Work account
      </ScreenHeading>
      <Slots slots={slotsOf(report)} />
      <FactsList
        facts={[
          ['Needed', neededWords(report)],
          ['Policy', policyWords[report.facts.workAccountPlaces.addingBlocked]],
        ]}
      />
      {finding !== undefined && (
        <Callout tone={finding.status === 'fail' || finding.status === 'warn' ? 'caution' : 'info'}>
          {finding.detail}
        </Callout>
      )}
      <OpenSettings />
      <p role="status" className="lead">
        {isRunning(run) ? 'Checking again.' : 'This page checks again when you come back to this window.'}
      </p>
    </div>
  )
}
