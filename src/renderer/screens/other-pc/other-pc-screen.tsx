import { Tab, TabList } from '@fluentui/react-components'
import { type ComponentType, useEffect, useId, useState } from 'react'
import { lastDone } from '../../store/checks-slice.ts'
import { useApp } from '../../store/use-app.ts'
import { ScreenHeading } from '../screen-heading.tsx'
import { CodesPanel } from './codes-panel.tsx'
import { ConnectionFilePanel } from './connection-file-panel.tsx'
import { HandOverPanel } from './hand-over-panel.tsx'
import { ListenerPanel } from './listener-panel.tsx'
import './other-pc-screen.css'
import { PairAnswer } from './pair-answer.tsx'
import { PairPicture } from './pair-picture.tsx'

interface Panel {
  readonly title: string
  readonly Content: ComponentType
}

/** What can be done about the other PC, one thing at a time. */
const panels: readonly Panel[] = [
  { title: 'Case codes', Content: CodesPanel },
  { title: 'Does it answer?', Content: ListenerPanel },
  { title: 'Hand-over', Content: HandOverPanel },
  { title: 'Connection file', Content: ConnectionFilePanel },
]

const Panels = () => {
  const [title, setTitle] = useState(panels[0]?.title)
  const id = useId()
  const Content = panels.find((panel) => panel.title === title)?.Content
  return (
    <div className="other-pc-panels">
      <TabList selectedValue={title} onTabSelect={(_event, { value }) => setTitle(String(value))}>
        {panels.map((panel) => (
          <Tab
            key={panel.title}
            value={panel.title}
            id={`${id} ${panel.title}`.replaceAll(' ', '-')}
            aria-controls={id}
          >
            {panel.title}
          </Tab>
        ))}
      </TabList>
      <div id={id} role="tabpanel" aria-labelledby={`${id} ${title}`.replaceAll(' ', '-')}>
        {Content !== undefined && <Content />}
      </div>
    </div>
  )
}

/** Both ends side by side: what the other one says comes in as a code or a file. */
export const OtherPcScreen = () => {
  const done = useApp(({ run }) => lastDone(run))
  const pair = useApp((state) => state.pair)
  const loadThisEnd = useApp((state) => state.loadThisEnd)
  const createdAt = done?.report.createdAt
  useEffect(() => {
    if (createdAt !== undefined) void loadThisEnd()
  }, [createdAt, loadThisEnd])
  if (done === null) return null
  const { intent } = done.report
  const usesPku2u = intent.track === 'rdp' && intent.path === 'pku2u'
  return (
    <div className="stack">
      <ScreenHeading
        lead={
          usesPku2u
            ? 'PKU2U works when both ends are right. Bring in the other one to see both.'
            : 'PKU2U is not needed on this path, but both ends still have to be right.'
        }
      >
        Other PC
      </ScreenHeading>
      <PairPicture report={done.report} pair={pair} />
      <div role="status">{pair !== null && <PairAnswer pair={pair} />}</div>
      <Panels />
    </div>
  )
}
